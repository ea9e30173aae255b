import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StandingRejection } from "@/lib/core/approval/state";
import type { Fix, Verdict, VerdictWord } from "@/lib/core/gate/verdict";
import { type Answer, answerText, answerTo, judgedAgainAfter, LONGEST_WAIT_SECONDS, type Outlook } from "./answer";

const fix: Fix = { action: "Sign as change-board", owner: "change-board", people: ["Ida", "Omar"], clears: [] };
const verdictOf = (verdict: VerdictWord, fixes: Fix[] = []): Verdict => ({
  verdict,
  summary: `The gate says ${verdict}.`,
  checks: [],
  fixes,
  policyDigest: null,
  factsDigest: "sha256:0",
  at: "2026-01-01T00:00:00Z",
});
const rejection: StandingRejection = {
  personId: "p",
  name: "Ida",
  role: "change-board",
  reason: "The rollback plan has no owner",
  signedAt: "2026-01-01T00:00:00Z",
};
const outlook = (verdict: Verdict, more: Partial<Extract<Outlook, { verdict: Verdict }>> = {}): Outlook => ({
  release: { version: "1.0", endedAs: null },
  verdict,
  rejections: [],
  ...more,
});

describe("a deployment goes on only by the gate's approve", () => {
  it("approves with the verdict's reason", () => {
    expect(answerTo(outlook(verdictOf("approve")), 0)).toEqual<Answer>({
      state: "approved",
      summary: "The gate says approve.",
      todo: [],
    });
  });
  it("waits on every other verdict, naming what to do and who can", () => {
    for (const word of ["reject", "waiver_required"] as const) {
      const answer = answerTo(outlook(verdictOf(word, [fix])), 0);
      expect(answer).toMatchObject({ state: "waiting", todo: ["Sign as change-board (change-board: Ida, Omar)"] });
      expect(answerText(answer)).toBe(`The gate says ${word}.\n- Sign as change-board (change-board: Ida, Omar)`);
    }
  });
  it("waits for a release that is not registered, and says how to register it", () => {
    const asked = { service: "api", environment: "production", commit: "abcdef1" };
    const answer = answerTo({ release: null, asked }, 0);
    expect(answer.state).toBe("waiting");
    expect(answerText(answer)).toContain(
      "readiness release create --service api --environment production --commit abcdef1",
    );
  });
  it("rejects what a person rejected, with the reason, even where the policy asks for no signature", () => {
    expect(answerTo(outlook(verdictOf("approve"), { rejections: [rejection] }), 0)).toMatchObject({
      state: "rejected",
      summary: "Rejected by Ida (change-board): The rollback plan has no owner.",
    });
  });
  it("rejects what has ended, whatever was decided before", () => {
    const ended = outlook(verdictOf("approve"), { release: { version: "1.0", endedAs: "aborted" } });
    expect(answerTo(ended, 0)).toMatchObject({ state: "rejected", summary: expect.stringContaining("aborted") });
  });
  it("after 30 days, to the second, nothing is answered any more", () => {
    expect(answerTo(outlook(verdictOf("approve")), LONGEST_WAIT_SECONDS - 1).state).toBe("approved");
    for (const waited of [LONGEST_WAIT_SECONDS, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(answerTo(outlook(verdictOf("approve")), waited).state).toBe("unanswerable");
    }
  });
});

it("the next look is never sooner than 20 s nor later than five minutes", () => {
  fc.assert(
    fc.property(fc.nat(LONGEST_WAIT_SECONDS), (waited) => {
      const next = judgedAgainAfter(waited);
      expect(next).toBeGreaterThanOrEqual(20);
      expect(next).toBeLessThanOrEqual(300);
    }),
  );
  expect([0, 3600, 86_400].map(judgedAgainAfter)).toEqual([20, 60, 300]);
});
