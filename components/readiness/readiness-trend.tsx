import { type ChartSeries, MOST_SERIES } from "@/components/charts/chart-model";
import { SmallMultiples } from "@/components/charts/small-multiples";
import { TrendChart } from "@/components/charts/trend-chart";
import { Details } from "@/components/ui/details";
import type { ReadinessTrend } from "@/lib/registry/readiness/view";
import { PlaceTable } from "./place-table";
import { shareScale } from "./shares";
import { MEASURES, measureText, seriesOf, type TrendMeasure, trendSays } from "./trend-measures";

type ReadinessTrendProps = {
  trend: ReadinessTrend;
  measure: TrendMeasure;
  /** What a line is: each service, or each environment of the one that is chosen. */
  by: "service" | "environment";
  /** The page narrowed to one of them. */
  hrefOf: (slug: string) => string;
};

/** One measure over time for each service or environment, and the figures of the whole period with the way down. */
export function ReadinessTrendView({ trend, measure, by, hrefOf }: ReadinessTrendProps) {
  const figures = <PlaceTable series={trend.series} total={trend.total} by={by} hrefOf={hrefOf} />;
  return (
    <>
      <Drawing trend={trend} measure={measure} by={by} hrefOf={hrefOf} />
      {trend.series.length > MOST_SERIES ? (
        <Details summary={`The whole period by ${by}`} count={trend.series.length} className="mt-2">
          {figures}
        </Details>
      ) : (
        figures
      )}
    </>
  );
}

function Drawing({ trend, measure, by, hrefOf }: ReadinessTrendProps) {
  const { label, unit } = MEASURES[measure];
  const series = seriesOf(trend, measure);
  const shared = {
    title: `${label} by ${by}`,
    says: trendSays(trend, measure),
    stretches: trend.stretches,
    unit,
    fileName: `readiness-${measure}-by-${by}`,
  };
  if (series.length > MOST_SERIES) {
    const items = trend.series.map((each, place) => ({
      ...{ id: each.slug, label: each.slug, href: hrefOf(each.slug) },
      ...{ values: series[place]?.values ?? [], details: series[place]?.details },
      latest: latestOf(each.points, measure),
    }));
    return <SmallMultiples {...shared} items={items} itemLabel={PLACE[by]} scale={scaleOf(series, measure)} />;
  }
  return (
    <TrendChart
      {...shared}
      series={series}
      kind={unit === "count" ? "bars" : "line"}
      scale={unit === "share" ? scaleOf(series, measure) : undefined}
      marks={trend.marks}
    />
  );
}

function scaleOf(series: readonly ChartSeries[], measure: TrendMeasure): { low: number; high: number } {
  const values = series.flatMap((each) => each.values);
  if (MEASURES[measure].unit === "share") return shareScale(values);
  return { low: 0, high: Math.max(1, ...values.map((value) => value ?? 0)) };
}

const PLACE = { service: "Service", environment: "Environment" };

/** Of the newest stretch that has any. */
function latestOf(points: ReadinessTrend["total"], measure: TrendMeasure): string {
  const last = points.findLast((point) => MEASURES[measure].value(point) !== null);
  return last ? measureText(measure, last) : "no data";
}
