import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byFlakiness, type CommitRuns, flakinessOf, flakyRunsOf, hasBothResults, rankOf } from "./flakiness";

const runs = (passed: number, failed: number, flaky: number): CommitRuns => ({ passed, failed, flaky });
const flakiness = (total: number, commits: CommitRuns[]) => flakinessOf({ runs: total, failedRuns: 0, commits });

describe("runs that count as flaky", () => {
  it.each([
    ["none, when a commit always passes", runs(9, 0, 0), 0, false],
    ["none, when a commit always fails: that test is broken, not flaky", runs(0, 9, 0), 0, false],
    ["those that failed and then passed within themselves", runs(7, 0, 2), 2, false],
    ["one, when a commit passed twenty-nine times and failed once", runs(29, 1, 0), 1, true],
    ["one, when a commit failed twenty-nine times and passed once", runs(1, 29, 0), 1, true],
    ["one, when a commit failed in one run and passed in the other", runs(1, 1, 0), 1, true],
    ["one, when a commit failed in one run and passed on retry in another", runs(0, 1, 1), 1, true],
    ["both kinds together", runs(5, 2, 3), 5, true],
    ["none, when nothing was executed", runs(0, 0, 0), 0, false],
  ])("%s", (_, commit, flaky, both) => {
    expect(flakyRunsOf(commit)).toBe(flaky);
    expect(hasBothResults(commit)).toBe(both);
  });

  it("are never more than the executed runs, whatever the results", () => {
    const count = fc.nat({ max: 50 });
    fc.assert(
      fc.property(fc.record({ passed: count, failed: count, flaky: count }), (commit) => {
        const executed = commit.passed + commit.failed + commit.flaky;
        expect(flakyRunsOf(commit)).toBeLessThanOrEqual(executed);
        expect(flakyRunsOf(commit)).toBeGreaterThanOrEqual(commit.flaky);
      }),
    );
  });
});

describe("flakinessOf", () => {
  it("rates flaky runs among all that were executed, with the interval of that rate", () => {
    const found = flakinessOf({ runs: 29, failedRuns: 4, commits: [runs(3, 0, 1)] });
    expect(found).toMatchObject({
      runs: 29,
      flakyRuns: 1,
      failedRuns: 4,
      commitsWithBothResults: 0,
      enoughSample: true,
    });
    expect(found.flakeRate).toBeCloseTo(1 / 29, 12);
    expect(found.interval?.low).toBeCloseTo(0.0061, 4);
    expect(found.interval?.high).toBeCloseTo(0.1718, 4);
  });

  it("says when too few runs were executed to tell", () => {
    expect(flakiness(19, [runs(0, 0, 1)]).enoughSample).toBe(false);
    expect(flakiness(20, [runs(0, 0, 1)]).enoughSample).toBe(true);
    expect(flakinessOf({ runs: 5, failedRuns: 0, commits: [] }, { minimumRuns: 5 }).enoughSample).toBe(true);
  });

  it("knows no rate of a test that never ran", () => {
    expect(flakiness(0, [])).toMatchObject({ flakeRate: null, interval: null, enoughSample: false });
  });
});

describe("the order of the flakiest tests", () => {
  const order = (...tests: [string, number, number][]) =>
    tests
      .map(([id, flaky, total]) => rankOf(id, flakiness(total, [runs(total - flaky, 0, flaky)])))
      .sort(byFlakiness)
      .map(({ id }) => id);

  it("puts a test that flaked 200 times in 500 runs before one that flaked in its only run", () => {
    expect(order(["once", 1, 1], ["often", 200, 500])).toEqual(["often", "once"]);
  });

  it("puts a test that was seen twice, with both results, behind one that flaked 150 times in 500 runs", () => {
    expect(order(["twice", 1, 2], ["often", 150, 500])).toEqual(["often", "twice"]);
  });

  it("puts the higher rate first where both were seen as often", () => {
    expect(order(["less", 10, 100], ["more", 40, 100])).toEqual(["more", "less"]);
  });

  it("is total: no two tests are in no order, whichever way they come", () => {
    const rank = fc.record({
      low: fc.constantFrom(0, 0.1),
      flakyRuns: fc.nat({ max: 2 }),
      id: fc.constantFrom("a", "b"),
    });
    fc.assert(
      fc.property(rank, rank, (one, other) => {
        expect(Math.sign(byFlakiness(one, other))).toBe(0 - Math.sign(byFlakiness(other, one)));
        expect(byFlakiness(one, other) === 0).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});
