import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "@/lib/core/deployment/answer";
import { commentOf } from "./comment";

const answer = (more: Partial<Answer> = {}): Answer => ({ state: "waiting", summary: "Blocked.", todo: [], ...more });
const link = { text: "Details", url: "https://readiness.example/releases/1" };

describe("a comment for GitHub", () => {
  it("says the state, why, what to do and where to read more", () => {
    expect(commentOf(answer({ todo: ["Sign (change-board: Ida)"] }), link)).toBe(
      "**Readiness: Waiting.** Blocked.\n- Sign (change-board: Ida)\n\n[Details](https://readiness.example/releases/1)",
    );
  });

  it("mentions nobody and formats nothing that people wrote", () => {
    const text = commentOf(answer({ summary: "Rejected by @org/team: [x](http://evil) <b>`#1" }), null);
    expect(text).toContain("@\u200borg/team");
    expect(text).toContain("\\[x\\](http://evil) \\<b\\>\\`\\#1");
  });

  it("keeps within GitHub's 1024 characters, its link whole, whatever is in it", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "*", "@", "é", "😀", " "), maxLength: 1200 });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 8 }), (summary, todo) => {
        const text = commentOf(answer({ summary, todo }), link);
        expect(text.length).toBeLessThanOrEqual(1024);
        expect(text.endsWith(`(${link.url})`)).toBe(true);
        expect(text.isWellFormed()).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("says how many lines it leaves out", () => {
    const todo = Array.from({ length: 40 }, (_, index) => `Do the thing that has the number ${index}`);
    const text = commentOf(answer({ todo }), link);
    const shown = text.split("\n").filter((line) => line.includes("the thing")).length;
    expect(text).toContain(`- and ${40 - shown} more`);
  });
});
