import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RehearsalFact } from "@/lib/core/gate/facts";
import { NOW, secondsAgo } from "@/lib/core/testing/facts";
import { rehearsalFreshness } from "./freshness";
import { checkRehearsalTimes, rehearsalDocument } from "./schema";

const DAY = 86_400;
const drill = (outcome: RehearsalFact["outcome"], ago: number, remediatedAgo: number | null = null): RehearsalFact => ({
  id: `${outcome}-${ago}`,
  startedAt: secondsAgo(ago + 600),
  finishedAt: secondsAgo(ago),
  outcome,
  remediatedAt: remediatedAgo === null ? null : secondsAgo(remediatedAgo),
});
const judge = (...rehearsals: RehearsalFact[]) => rehearsalFreshness(rehearsals, 30, NOW);

describe("rehearsalFreshness", () => {
  it.each([
    ["nothing was ever rehearsed", [], "never"],
    ["only an aborted one", [drill("aborted", DAY)], "never"],
    ["one passed just now", [drill("passed", 0)], "fresh"],
    ["one passed exactly 30 days ago", [drill("passed", 30 * DAY)], "fresh"],
    ["one passed 30 days and 1 second ago", [drill("passed", 30 * DAY + 1)], "stale"],
    ["an aborted one does not refresh a stale one", [drill("aborted", DAY), drill("passed", 31 * DAY)], "stale"],
    ["an aborted one does not spoil a fresh one", [drill("aborted", DAY), drill("passed", 2 * DAY)], "fresh"],
    ["failed after the last passed", [drill("failed", DAY), drill("passed", 2 * DAY)], "failed"],
    ["the same, remediated, none passed since", [drill("failed", 3 * DAY, DAY), drill("passed", 4 * DAY)], "failed"],
    ["passed since, but not remediated", [drill("passed", DAY), drill("failed", 2 * DAY)], "failed"],
    ["remediated and passed since", [drill("passed", DAY), drill("failed", 3 * DAY, 2 * DAY)], "fresh"],
    ["passed since, remediated after that", [drill("passed", 2 * DAY), drill("failed", 3 * DAY, DAY)], "fresh"],
    [
      "an old failure that nobody remediated",
      [drill("passed", DAY), drill("passed", 5 * DAY), drill("failed", 90 * DAY)],
      "failed",
    ],
    ["failed and passed in the same second", [drill("passed", DAY), drill("failed", DAY, DAY)], "failed"],
    ["one ends in the future", [drill("passed", -1)], "error"],
    ["one is remediated in the future", [drill("passed", DAY), drill("failed", 2 * DAY, -1)], "error"],
    ["one ends before it starts", [{ ...drill("passed", DAY), startedAt: secondsAgo(0) }], "error"],
    ["a naive time", [{ ...drill("passed", DAY), finishedAt: "2025-09-30T12:00:00" }], "error"],
    ["an unknown outcome", [{ ...drill("passed", DAY), outcome: "ok" as "passed" }], "error"],
  ] as const)("%s → %s", (_, rehearsals, state) => {
    expect(judge(...rehearsals).state).toBe(state);
  });

  it("says when the next one is due and how old the last one is", () => {
    expect(judge(drill("passed", 12 * DAY))).toMatchObject({
      ageSeconds: 12 * DAY,
      lastPassedAt: secondsAgo(12 * DAY),
      dueAt: secondsAgo(-18 * DAY),
    });
  });

  it("does not depend on the order, and an unremediated failure is never fresh", () => {
    const any = fc
      .tuple(fc.constantFrom("passed", "failed", "aborted"), fc.nat(60 * DAY), fc.boolean())
      .map(([outcome, ago, remediated]) => drill(outcome as "passed", ago, remediated ? 0 : null));
    const lists = fc
      .array(any, { maxLength: 6 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(lists, ([list, shuffled]) => {
        const freshness = judge(...list);
        expect(judge(...shuffled)).toEqual(freshness);
        const isOpen = list.some(({ outcome, remediatedAt }) => outcome === "failed" && remediatedAt === null);
        if (isOpen) expect(freshness.state).not.toBe("fresh");
      }),
    );
  });
});

describe("a rehearsal's document", () => {
  const document = {
    kind: "rollback",
    service: "service-api",
    environment: "production",
    started_at: "2025-10-01T10:00:00Z",
    finished_at: "2025-10-01T10:20:00Z",
    outcome: "passed",
    participants: ["Sam Sre"],
    gaps: [],
    evidence_url: "https://example.test/drill",
    from_version: "2025.10.01",
    to_version: "2025.09.17",
  };

  it("is read as it is", () => {
    expect(rehearsalDocument.parse(document)).toEqual(document);
  });

  it.each([
    ["another kind", { kind: "failover" }],
    ["nobody who took part", { participants: [] }],
    ["a naive time", { started_at: "2025-10-01T10:00:00" }],
    ["a link that is not http", { evidence_url: "javascript:alert(1)" }],
    ["an unknown key", { passed: true }],
  ])("is refused with %s", (_, difference) => {
    expect(rehearsalDocument.safeParse({ ...document, ...difference }).success).toBe(false);
  });

  it.each([
    ["ends in the future", { finished_at: "2025-10-01T12:00:01Z" }, /finished_at: must not be in the future/],
    ["starts in the future", { started_at: "2025-10-02T12:00:00Z" }, /started_at: must not be in the future/],
    ["ends before it starts", { finished_at: "2025-10-01T09:59:59Z" }, /finished_at: must not be before the start/],
  ])("is refused when it %s", (_, difference, message) => {
    expect(() => checkRehearsalTimes({ ...document, ...difference }, NOW)).toThrow(message);
  });

  const step = (name: string, more: object = {}) => ({
    name,
    started_at: "2025-10-01T10:05:00Z",
    finished_at: "2025-10-01T10:10:00Z",
    outcome: "passed",
    ...more,
  });
  const withSteps = (...steps: object[]) => rehearsalDocument.parse({ ...document, steps });

  it("keeps its steps", () => {
    const steps = [step("deploy"), step("rollback"), step("verify")];
    expect(withSteps(...steps).steps).toEqual(steps);
    expect(() => checkRehearsalTimes(withSteps(...steps), NOW)).not.toThrow();
  });

  it("cannot have passed while a step did not", () => {
    const steps = [step("deploy"), step("rollback", { outcome: "failed" })];
    expect(rehearsalDocument.safeParse({ ...document, steps }).error?.issues).toMatchObject([{ path: ["outcome"] }]);
    expect(rehearsalDocument.safeParse({ ...document, outcome: "failed", steps }).success).toBe(true);
  });

  it.each([
    ["begins before it", { started_at: "2025-10-01T09:59:59Z" }, /steps\[0\]\.started_at: must not be before/],
    ["ends after it", { finished_at: "2025-10-01T10:20:01Z" }, /steps\[0\]\.finished_at: must not be after/],
    ["ends before it begins", { finished_at: "2025-10-01T10:04:59Z" }, /finished_at: must not be before the start/],
  ])("is refused with a step that %s", (_, difference, message) => {
    expect(() => checkRehearsalTimes(withSteps(step("deploy", difference)), NOW)).toThrow(message);
  });

  it("may end at the very instant of recording", () => {
    expect(() => checkRehearsalTimes({ ...document, finished_at: NOW.toISOString() }, NOW)).not.toThrow();
  });
});
