import { type ChartSeries, MOST_SERIES } from "@/components/charts/chart-model";
import { SmallMultiples } from "@/components/charts/small-multiples";
import { TrendChart } from "@/components/charts/trend-chart";
import { valueText } from "@/components/measure/change-text";
import { percent } from "@/components/scorecard/figures";
import { durationText } from "@/components/time/format";
import { Table, TBody, Td, THead, Th, Tr } from "@/components/ui/table";
import type { SuitePoint, SuiteTrends } from "@/lib/registry/readiness/view";
import { rateOf, shareScale } from "./shares";
import { flakeLimit, SUITE_MEASURES, SUITES, type SuiteMeasure, suiteSeries } from "./suite-measures";

/** How long suites take, how often they pass and how flaky they are, each as a chart over time. */
export function SuiteTrendCharts({ trends }: { trends: SuiteTrends }) {
  return (
    <>
      <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2 xl:grid-cols-3">
        {SUITE_MEASURES.map((measure) => (
          <div key={measure} className="min-w-0">
            <SuiteChart trends={trends} measure={measure} />
          </div>
        ))}
      </div>
      <SuiteTable trends={trends} />
    </>
  );
}

function SuiteChart({ trends, measure }: { trends: SuiteTrends; measure: SuiteMeasure }) {
  const { label, unit } = SUITES[measure];
  const series = suiteSeries(trends, measure);
  const scale = scaleOf(series, measure, trends.flakeRateLimit);
  const shared = {
    ...{ title: `${label} by suite`, says: saysOf(trends, measure), unit, stretches: trends.stretches },
    limit: measure === "flaky" ? flakeLimit(trends.flakeRateLimit) : null,
    fileName: `suites-${measure}`,
  };
  if (series.length <= MOST_SERIES) {
    return <TrendChart {...shared} series={series} scale={scale} />;
  }
  const items = trends.suites.map(({ suite, total }, place) => ({
    ...{ id: suite, label: suite, values: series[place]?.values ?? [], details: series[place]?.details },
    latest: figureText(total, measure),
  }));
  return (
    <SmallMultiples {...shared} items={items} itemLabel="Suite" scale={scale ?? { low: 0, high: highest(series) }} />
  );
}

/** Of durations none: the chart finds a round one. Flake rates are small, so their axis ends just above the limit. */
function scaleOf(series: readonly ChartSeries[], measure: SuiteMeasure, limit: number | null) {
  if (measure === "passed") return shareScale(series.flatMap(({ values }) => values));
  if (measure === "duration") return undefined;
  return { low: 0, high: Math.min(1, Math.max((limit ?? 0.05) * 1.25, highest(series))) };
}

const highest = (series: readonly ChartSeries[]): number =>
  Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));

function figureText(point: SuitePoint, measure: SuiteMeasure): string {
  const value = SUITES[measure].value(point);
  return valueText(value, measure === "duration" ? "ms" : "rate");
}

function saysOf({ suites }: SuiteTrends, measure: SuiteMeasure): string {
  const each = suites.map(({ suite, total }) => `${suite} ${figureText(total, measure)}`);
  return `${SUITES[measure].label} of the whole period: ${each.join(", ")}.`;
}

function SuiteTable({ trends: { suites, flakeRateLimit } }: { trends: SuiteTrends }) {
  return (
    <Table caption="Suites over the whole period" className="mt-4">
      <THead>
        <Tr>
          <Th>Suite</Th>
          <Th numeric>Runs passed</Th>
          <Th numeric>Median duration</Th>
          <Th numeric>Flaky tests</Th>
        </Tr>
      </THead>
      <TBody>
        {suites.map(({ suite, total }) => (
          <Tr key={suite}>
            <Td header label="Suite" className="font-medium">
              {suite}
            </Td>
            <Td label="Runs passed" numeric>
              <Figure detail={SUITES.passed.detail(total)} text={figureText(total, "passed")} />
            </Td>
            <Td label="Median duration" numeric>
              {total.medianSeconds === null ? <NoData /> : durationText(total.medianSeconds * 1000)}
            </Td>
            <Td label="Flaky tests" numeric>
              <FlakeRate total={total} limit={flakeRateLimit} />
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function FlakeRate({ total, limit }: { total: SuitePoint; limit: number | null }) {
  const rate = rateOf(total.flaky);
  if (rate === null) return <NoData />;
  const isOver = limit !== null && rate >= limit;
  return (
    <>
      <Figure detail={SUITES.flaky.detail(total)} text={figureText(total, "flaky")} />
      {isOver && <span className="block text-no-go text-sm">limit {percent(limit)}</span>}
    </>
  );
}

function Figure({ detail, text }: { detail: string | null; text: string }) {
  if (detail === null) return <NoData />;
  return (
    <>
      <span className="me-1.5 text-muted text-sm">{detail}</span>
      {text}
    </>
  );
}

const NoData = () => <span className="text-muted">no data</span>;
