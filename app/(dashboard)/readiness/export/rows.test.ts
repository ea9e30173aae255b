import { expect, it } from "vitest";
import { rehearsalRows, suiteRows, trendRows, waiverRows } from "./rows";

const stretches = [
  { from: "2026-01-05T00:00:00Z", until: "2026-01-12T00:00:00Z" },
  { from: "2026-01-12T00:00:00Z", until: "2026-01-19T00:00:00Z" },
];
const nothing = { part: 0, whole: 0 };

it("every stretch of a trend is a row, and a stretch without runs has no value, which is not 0", () => {
  const points = [
    { runs: { part: 3, whole: 4 }, firstPass: nothing, releases: 0 },
    { runs: nothing, firstPass: nothing, releases: 2 },
  ];
  const rows = trendRows({
    ...{ stretches, series: [{ slug: "api", name: "API", points }], total: points, marks: [] },
    ...{ now: "2026-01-19T00:00:00Z", rollups: { waiting: 0, isWhole: true } },
  });
  const runs = rows.filter(({ of, measure }) => of === "api" && measure === "Readiness runs passed");
  expect(runs.map(({ from, value, part, whole, unit }) => [from, value, part, whole, unit])).toEqual([
    ["2026-01-05T00:00:00Z", 0.75, 3, 4, "rate"],
    ["2026-01-12T00:00:00Z", null, 0, 0, "rate"],
  ]);
  expect(rows.filter(({ measure }) => measure === "Releases").map(({ of, value }) => [of, value])).toEqual([
    ["api", 0],
    ["api", 2],
    [null, 0],
    [null, 2],
  ]);
});

it("durations of suites are in milliseconds, as the page reads them", () => {
  const point = { runs: { part: 1, whole: 1 }, flaky: { part: 1, whole: 50 }, medianSeconds: 1.5 };
  const rows = suiteRows({
    ...{ stretches: stretches.slice(0, 1), suites: [{ suite: "unit", points: [point], total: point }] },
    ...{ flakeRateLimit: null, now: "2026-01-19T00:00:00Z", rollups: { waiting: 0, isWhole: true } },
  });
  expect(rows.map(({ measure, value, unit, whole }) => [measure, value, unit, whole])).toEqual([
    ["Median duration", 1500, "ms", null],
    ["Runs passed", 1, "rate", 1],
    ["Flaky tests", 0.02, "rate", 50],
  ]);
});

it("a place that nobody rehearses and nobody asks to is left out", () => {
  const cell = (environment: string, isExpected: boolean, latestId: string | null) => ({
    ...{
      state: "never" as const,
      ageSeconds: null,
      dueAt: null,
      lastPassedAt: null,
      reason: "",
      needsRemediation: false,
    },
    ...{ environmentId: environment, environment, latestId, due: null, programme: null, isExpected },
    indicator: { word: "never" as const, dueAt: null, dueInDays: null },
  });
  const cells = [cell("staging", false, null), cell("preprod", false, "1"), cell("production", true, null)];
  expect(rehearsalRows({ services: [{ id: "1", slug: "api", name: "API", cells }] }).map(({ of }) => of)).toEqual([
    "api in preprod",
    "api in production",
  ]);
});

it("waivers are counted by their expiry", () => {
  expect(waiverRows({ groups: [{ key: "week", count: 2 }] })).toMatchObject([
    { measure: "Expire within 7 days", value: 2, unit: "count" },
  ]);
});
