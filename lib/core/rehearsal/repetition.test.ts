import fc from "fast-check";
import { expect, it } from "vitest";
import { rehearsalFreshness } from "./freshness";
import { type Drill, repeatedBy, repetitionOf } from "./repetition";

const drill = (outcome: Drill["outcome"], hour: number): Drill => ({
  id: `${outcome} at ${hour}`,
  outcome,
  finishedAt: new Date(Date.UTC(2026, 2, 1, hour)).toISOString(),
});
const [before, failed, aborted, again, passed, later] = [
  drill("passed", 1),
  drill("failed", 2),
  drill("aborted", 3),
  drill("failed", 4),
  drill("passed", 5),
  drill("passed", 6),
];
const all = [later, aborted, passed, before, again, failed];

it("a failed rehearsal is repeated by the first that passed after it, whatever came between", () => {
  expect(repetitionOf(failed, all)?.id).toBe(passed.id);
  expect(repetitionOf(again, all)?.id).toBe(passed.id);
  expect(repetitionOf(failed, [before, aborted, again])).toBeNull();
  expect(repetitionOf(passed, all)).toBeNull();
});

it("one that passed repeats the failed ones since the one before it, and no others", () => {
  expect(repeatedBy(passed, all).map(({ id }) => id)).toEqual([failed.id, again.id]);
  expect(repeatedBy(later, all)).toEqual([]);
  expect(repeatedBy(before, all)).toEqual([]);
  expect(repeatedBy(failed, all)).toEqual([]);
});

it("is what the gate makes of them: once mended, a failed one blocks exactly until it is repeated", () => {
  const outcomes = fc.array(fc.tuple(fc.constantFrom("passed", "failed", "aborted"), fc.nat(20)), { minLength: 1 });
  fc.assert(
    fc.property(outcomes, (told) => {
      const drills = told.map(([outcome, hour], index) => ({
        ...drill(outcome as Drill["outcome"], hour),
        id: `${index}`,
      }));
      const facts = drills.map((each) => ({
        ...each,
        startedAt: each.finishedAt,
        remediatedAt: each.outcome === "failed" ? each.finishedAt : null,
      }));
      const { state } = rehearsalFreshness(facts, 30, new Date("2026-03-02T00:00:00Z"));
      const isOpen = drills.some((each) => each.outcome === "failed" && repetitionOf(each, drills) === null);
      expect(state === "failed").toBe(isOpen);
    }),
  );
});
