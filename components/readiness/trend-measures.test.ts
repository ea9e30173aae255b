import { describe, expect, it } from "vitest";
import type { TrendPoint } from "@/lib/registry/readiness/view";
import { rateOf, shareScale, totalOf } from "./shares";
import { measureText, seriesOf, trendSays } from "./trend-measures";

const point = (passed: number, runs: number, releases = 0): TrendPoint => ({
  runs: { part: passed, whole: runs },
  firstPass: { part: 0, whole: 0 },
  releases,
});
const stretch = { from: "2026-01-05T00:00:00Z", until: "2026-01-12T00:00:00Z" };
const trend = {
  stretches: [stretch, stretch],
  series: [
    { slug: "api", name: "API", points: [point(9, 10, 2), point(0, 0)] },
    { slug: "jobs", name: "Jobs", points: [point(1, 4), point(2, 2, 1)] },
  ],
  total: [point(10, 14, 2), point(2, 2, 1)],
};

describe("a trend", () => {
  it("leaves a gap where nothing ran, which is not 0%", () => {
    const [api] = seriesOf(trend, "runs");
    expect([api?.values, api?.details]).toEqual([
      [0.9, null],
      ["9 of 10", null],
    ]);
    expect(seriesOf(trend, "first-pass")[0]?.values).toEqual([null, null]);
  });

  it("shows no release as 0, for that is known", () => {
    expect(seriesOf(trend, "releases").map(({ values }) => values)).toEqual([
      [2, 0],
      [0, 1],
    ]);
  });

  it("adds runs up before it divides, so that a week of one run weighs as much as one run", () => {
    expect(rateOf(totalOf(trend.series[1]?.points ?? []).runs)).toBe(0.5);
    expect(measureText("runs", totalOf(trend.total))).toBe("75%");
  });

  it("says in one sentence what is drawn, and where it is worst", () => {
    expect(trendSays(trend, "runs")).toBe(
      "Readiness runs passed over 2 stretches of time: 75% together, lowest for jobs with 50%.",
    );
    expect(trendSays(trend, "first-pass")).toBe("Passed the gate at once over 2 stretches of time: no data together.");
    expect(trendSays(trend, "releases")).toBe("Releases over 2 stretches of time: 3 together.");
  });
});

it.each([
  [[], 0.9],
  [[0.97, null, 0.93], 0.9],
  [[0.7, 0.99], 0.6],
  [[0.5, 1], 0.4],
  [[0], 0],
  [[0.05], 0],
])("the axis of shares %j begins at %d and ends at everything", (rates, low) => {
  expect(shareScale(rates)).toEqual({ low, high: 1 });
});
