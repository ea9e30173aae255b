import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerSentence } from "./sentence";

describe("what an entry of the ledger says", () => {
  it.each([
    ["release.advance", { stage: "build", status: "succeeded" }, "build succeeded"],
    [
      "release.advance",
      { stage: "production", status: "running", refused: "approval has not been done." },
      "was refused production: approval has not been done.",
    ],
    ["release.advance", { stage: "rolled_back", status: "succeeded", note: "errors" }, "rolled it back: errors"],
    [
      "release.sign",
      { decision: "reject", role: "change-board", reason: "No plan." },
      "rejected as change-board: No plan.",
    ],
    [
      "release.sign",
      { decision: "approve", role: "change-board", onBehalfOfName: "Chris Board", reason: null },
      "approved as change-board on behalf of Chris Board",
    ],
    ["delegation.revoke", { role: "change-board", revoked: true }, "took change-board back"],
    ["person.set-role-expiry", { role: "admin", validUntil: null }, "let the role admin have no end"],
    ["gate.evaluate", { verdict: "approve", failing: [] }, "recorded the verdict GO"],
    [
      "gate.evaluate",
      { verdict: "reject", failing: [{ id: "security.medium" }] },
      "recorded the verdict NO-GO (security.medium)",
    ],
    ["calendar.end", { kind: "window", name: "Mornings", reason: "Over." }, "ended the rollout window Mornings: Over."],
    [
      "freeze.override",
      { name: "Quarter end", expiresAt: "2026-01-01T00:00:00Z", reason: "An outage." },
      "overrode the freeze Quarter end until 2026-01-01T00:00:00Z: An outage.",
    ],
    ["evidence-pack.issue", { digest: "sha256:ab" }, "issued an evidence pack (sha256:ab)"],
    [
      "report.schedule",
      { after: { enabled: true, weekday: 1, hour: 8, timeZone: "Europe/Berlin" } },
      "set the weekly report to Monday, 8:00 Europe/Berlin",
    ],
    ["report.schedule", { after: { enabled: false, weekday: 1, hour: 8 } }, "stopped the weekly report"],
    ["person.set-roles", { before: ["viewer"], after: [] }, "removed the person from the tenant"],
    [
      "waiver.grant",
      { checkId: "security.medium", finding: "CVE-1", expiresAt: "2026-01-01T00:00:00Z" },
      "waived security.medium for CVE-1 until 2026-01-01T00:00:00Z",
    ],
    ["sample.put-away", {}, "sample: put away"],
    ["constructor", {}, "constructor"],
  ])("%s %j", (command, data, sentence) => {
    expect(ledgerSentence(command, data)).toBe(sentence);
  });

  it("is words for any body, however it was made", () => {
    const commands = ["release.advance", "gate.evaluate", "person.set-roles", "waiver.grant", "release.sign"];
    const data = fc.dictionary(
      fc.constantFrom("stage", "status", "failing", "after", "before", "verdict", "reason"),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...commands), data, (command, body) => {
        expect(ledgerSentence(command, body)).not.toMatch(/undefined|\[object/);
      }),
    );
  });
});
