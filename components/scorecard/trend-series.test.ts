import { describe, expect, it } from "vitest";
import type { TrendRun, TrendSuite } from "@/lib/registry/scorecard/trend";
import { durationScale, rateScale, seriesOf, trendText, usualBefore } from "./trend-series";

const suite = (name: string, fields: Partial<TrendSuite> = {}): TrendSuite => {
  return { name, status: "passed", durationSeconds: 10, successRate: 1, ...fields };
};
const run = (suites: TrendSuite[], current = false): TrendRun => {
  const about = { id: "id", runId: "run", commit: "abc", generatedAt: "2025-10-01T12:00:00Z", overallPassed: true };
  return { ...about, current, suites };
};

describe("the trend of a suite", () => {
  const runs = [
    run([suite("old"), suite("unit", { durationSeconds: 8, successRate: 0.93 })]),
    run([
      suite("old", { durationSeconds: 40 }),
      suite("unit", { status: "skipped", durationSeconds: 0, successRate: null }),
    ]),
    run([suite("security", { successRate: null }), suite("unit", { status: "failed" })], true),
  ];
  const series = seriesOf(runs);

  it("has a gap for every run that does not have it, and for one in which it did not run", () => {
    expect(series.find(({ name }) => name === "unit")).toEqual({
      name: "unit",
      marks: ["passed", "not_run", "failed"],
      durationsMs: [8000, null, 10_000],
      successRates: [0.93, null, 1],
    });
    expect(series.find(({ name }) => name === "security")?.marks).toEqual([null, null, "passed"]);
  });

  it("is listed in the order of this run, after which come suites that it no longer has", () => {
    expect(series.map(({ name }) => name)).toEqual(["security", "unit", "old"]);
  });

  it("is drawn on one scale for all suites", () => {
    expect(durationScale(series)).toEqual({ low: 0, high: 40_000 });
    expect(rateScale(series)).toEqual({ low: 0.9, high: 1 });
    expect(durationScale([])).toEqual({ low: 0, high: 0 });
  });
});

it.each([
  [[1, 9, 3, 100], 3, 3],
  [[1, null, 4, 100], 3, 2.5],
  [[null, 7], 1, null],
  [[7], 0, null],
])("of %j, what is usual before place %i is %s", (values, place, usual) => {
  expect(usualBefore(values, place)).toBe(usual);
});

it("what a drawn trend shows is said in words: range, this run, gaps and limit", () => {
  const write = (value: number) => `${value} s`;
  expect(trendText([4, null, 9, 5], 3, { limit: 8, write })).toBe(
    "4 s to 9 s over 4 runs, 5 s in this run, missing in 1, asked: 8 s",
  );
  expect(trendText([4, null], 1, { limit: null, write })).toBe(
    "4 s to 4 s over 2 runs, not reported in this run, missing in 1",
  );
  expect(trendText([null], 0, { limit: 8, write })).toBe("not reported in any of these runs");
});
