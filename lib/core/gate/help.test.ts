import { describe, expect, it } from "vitest";
import { CHECK_IDS } from "./check-ids";
import { CHECK_HELP, ruleAnchor } from "./help";

describe.each(CHECK_IDS)("the help of %s", (id) => {
  it("says what it means, why it blocks and how to clear it, in whole sentences short enough to read", () => {
    for (const text of Object.values(CHECK_HELP[id])) {
      expect(text).toMatch(/^[A-Z0-9].*\.$/s);
      expect(text.length).toBeLessThanOrEqual(140);
    }
  });
});

it("no two checks share a text or the place of their rule", () => {
  const texts = CHECK_IDS.flatMap((id) => [CHECK_HELP[id].means, CHECK_HELP[id].clear, ruleAnchor(id)]);
  expect(new Set(texts).size).toBe(texts.length);
});

it("the place of a rule is a word that an address can point at", () => {
  for (const id of CHECK_IDS) expect(ruleAnchor(id)).toMatch(/^check-[a-z0-9-]+$/);
});
