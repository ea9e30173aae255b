import type { ChartSeries } from "@/components/charts/chart-model";
import { TrendChart } from "@/components/charts/trend-chart";
import { durationText } from "@/components/time/format";
import { SEVERITIES, SEVERITY_WORDS } from "@/lib/core/incident/model";
import type { Stretch } from "@/lib/registry/incident/analytics-view";

/** How many incidents there were and how long they took, over time. */
export function StretchCharts({ stretches }: { stretches: readonly Stretch[] }) {
  const spans = stretches.map(({ from, until }) => ({ from, until }));
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
      <TrendChart
        title="Incidents"
        says={countsText(stretches)}
        stretches={spans}
        series={SEVERITIES.map((severity) => ({
          id: severity,
          label: SEVERITY_WORDS[severity],
          values: stretches.map((each) => each[severity]),
        }))}
        unit="count"
        kind="bars"
        fileName="incidents-over-time"
      />
      <TrendChart
        title="Mean time to resolve"
        says={timesText(stretches)}
        stretches={spans}
        series={[timesOf(stretches)]}
        unit="ms"
        kind="bars"
        fileName="mean-time-to-resolve"
      />
    </div>
  );
}

const timesOf = (stretches: readonly Stretch[]): ChartSeries => ({
  id: "time-to-resolve",
  label: "Incidents declared then",
  values: stretches.map(({ timeToResolve }) => timeToResolve && Math.round(timeToResolve.ms)),
  details: stretches.map(({ timeToResolve }) => timeToResolve && `of ${timeToResolve.of}`),
});

function countsText(stretches: readonly Stretch[]): string {
  const counts = stretches.map((each) => SEVERITIES.reduce((sum, severity) => sum + each[severity], 0));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return `${total} incidents over ${stretches.length} stretches of time by severity, at most ${Math.max(0, ...counts)} in one.`;
}

function timesText(stretches: readonly Stretch[]): string {
  const known = stretches.flatMap(({ timeToResolve }) => (timeToResolve ? [timeToResolve.ms] : []));
  if (known.length === 0) return "No incident was resolved.";
  return `Mean time to resolve over ${stretches.length} stretches of time, from ${durationText(Math.min(...known))} to ${durationText(Math.max(...known))}.`;
}
