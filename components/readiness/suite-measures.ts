import type { ChartSeries, ChartUnit } from "@/components/charts/chart-model";
import { percent } from "@/components/scorecard/figures";
import type { SuitePoint, SuiteTrends } from "@/lib/registry/readiness/view";
import { medianMs, ofText, rateOf } from "./shares";

export const SUITE_MEASURES = ["duration", "passed", "flaky"] as const;
export type SuiteMeasure = (typeof SUITE_MEASURES)[number];

type Measure = {
  label: string;
  unit: ChartUnit;
  value: (point: SuitePoint) => number | null;
  detail: (point: SuitePoint) => string | null;
};

export const SUITES: Record<SuiteMeasure, Measure> = {
  duration: {
    label: "Median duration",
    unit: "ms",
    value: medianMs,
    detail: ({ runs }) => (runs.whole === 1 ? "1 run" : `${runs.whole} runs`),
  },
  passed: {
    label: "Runs passed",
    unit: "share",
    value: ({ runs }) => rateOf(runs),
    detail: ({ runs }) => ofText(runs),
  },
  flaky: {
    label: "Flaky tests",
    unit: "share",
    value: ({ flaky }) => rateOf(flaky),
    detail: ({ flaky }) => ofText(flaky),
  },
};

export function suiteSeries({ suites }: Pick<SuiteTrends, "suites">, measure: SuiteMeasure): ChartSeries[] {
  const { value, detail } = SUITES[measure];
  return suites.map(({ suite, points }) => ({
    id: suite,
    label: suite,
    values: points.map(value),
    details: points.map((point) => (value(point) === null ? null : detail(point))),
  }));
}

/** "must stay under 10%": a rate that reaches the policy's limit fails. */
export const flakeLimit = (limit: number | null) =>
  limit === null ? null : { value: limit, label: `must stay under ${percent(limit)}` };
