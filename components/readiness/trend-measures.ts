import type { ChartSeries, ChartUnit } from "@/components/charts/chart-model";
import { valueText } from "@/components/measure/change-text";
import type { ReadinessTrend, TrendPoint } from "@/lib/registry/readiness/view";
import { ofText, rateOf, totalOf } from "./shares";

export const TREND_MEASURES = ["runs", "first-pass", "releases"] as const;
export type TrendMeasure = (typeof TREND_MEASURES)[number];

type Measure = {
  label: string;
  /** What it is, for who wonders. */
  means: string;
  unit: ChartUnit & ("share" | "count");
  value: (point: TrendPoint) => number | null;
  detail: (point: TrendPoint) => string | null;
};

export const MEASURES: Record<TrendMeasure, Measure> = {
  runs: {
    label: "Readiness runs passed",
    means: "Share of the readiness runs whose scorecard passed.",
    unit: "share",
    value: ({ runs }) => rateOf(runs),
    detail: ({ runs }) => ofText(runs),
  },
  "first-pass": {
    label: "Passed the gate at once",
    means: "Share of the releases that the gate approved when it first judged them.",
    unit: "share",
    value: ({ firstPass }) => rateOf(firstPass),
    detail: ({ firstPass }) => ofText(firstPass),
  },
  releases: {
    label: "Releases",
    means: "Releases that were registered.",
    unit: "count",
    value: ({ releases }) => releases,
    detail: () => null,
  },
};

export const measureText = (measure: TrendMeasure, point: TrendPoint): string =>
  valueText(MEASURES[measure].value(point), MEASURES[measure].unit === "share" ? "rate" : "count");

/** One line of a chart for each service or environment. */
export function seriesOf({ series }: Pick<ReadinessTrend, "series">, measure: TrendMeasure): ChartSeries[] {
  const { value, detail } = MEASURES[measure];
  return series.map(({ slug, points }) => ({
    id: slug,
    label: slug,
    values: points.map(value),
    details: points.map(detail),
  }));
}

/** What the drawing shows in one sentence: of all together, and where it is lowest. */
export function trendSays(
  trend: Pick<ReadinessTrend, "series" | "total" | "stretches">,
  measure: TrendMeasure,
): string {
  const { label, value, unit } = MEASURES[measure];
  const all = measureText(measure, totalOf(trend.total));
  const over = `over ${trend.stretches.length} ${trend.stretches.length === 1 ? "stretch" : "stretches"} of time`;
  const said = `${label} ${over}: ${all} together`;
  if (unit === "count" || trend.series.length < 2) return `${said}.`;
  const known = trend.series.flatMap(({ slug, points }) => {
    const total = totalOf(points);
    const rate = value(total);
    return rate === null ? [] : [{ slug, rate, text: measureText(measure, total) }];
  });
  const lowest = known.sort((one, other) => one.rate - other.rate)[0];
  return lowest ? `${said}, lowest for ${lowest.slug} with ${lowest.text}.` : `${said}.`;
}
