import type { Scale } from "@/components/charts/sparkline-geometry";
import type { TrendRun } from "@/lib/registry/scorecard/trend";

/** One suite over the runs, each list as long as there are runs; null where a run does not have it or does not say. */
export type SuiteSeries = {
  name: string;
  marks: ("passed" | "failed" | "not_run" | null)[];
  durationsMs: (number | null)[];
  successRates: (number | null)[];
};

/** The suites of the current run in its order, then those that only other runs have. */
export function seriesOf(runs: readonly TrendRun[]): SuiteSeries[] {
  const current = runs.find((run) => run.current);
  const names = new Set(
    [...(current ? [current] : []), ...runs].flatMap(({ suites }) => suites.map(({ name }) => name)),
  );
  return [...names].map((name) => {
    const suites = runs.map((run) => run.suites.find((suite) => suite.name === name) ?? null);
    const ran = suites.map((suite) => (suite?.status === "skipped" ? null : suite));
    return {
      name,
      marks: suites.map((suite) => (suite?.status === "skipped" ? "not_run" : (suite?.status ?? null))),
      durationsMs: ran.map((suite) => (suite?.durationSeconds == null ? null : suite.durationSeconds * 1000)),
      successRates: ran.map((suite) => suite?.successRate ?? null),
    };
  });
}

/** From nothing to the longest duration of all suites, so that their lines can be compared. */
export function durationScale(series: readonly SuiteSeries[]): Scale {
  return { low: 0, high: Math.max(0, ...known(series.flatMap(({ durationsMs }) => durationsMs))) };
}

/** From the tenth below the lowest rate of all suites to all passed. */
export function rateScale(series: readonly SuiteSeries[]): Scale {
  const lowest = Math.min(0.95, ...known(series.flatMap(({ successRates }) => successRates)));
  return { low: Math.floor(lowest * 10) / 10, high: 1 };
}

/** What is usual before a run: the median of the values before its place; null without any. */
export function usualBefore(values: readonly (number | null)[], place: number): number | null {
  const sorted = known(values.slice(0, place)).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** What a drawn trend says, in words. */
export function trendText(
  values: readonly (number | null)[],
  place: number,
  { limit, write }: { limit: number | null; write: (value: number) => string },
): string {
  const all = known(values);
  if (all.length === 0) return "not reported in any of these runs";
  const now = values[place] ?? null;
  const missing = values.length - all.length;
  return [
    `${write(Math.min(...all))} to ${write(Math.max(...all))} over ${values.length} ${values.length === 1 ? "run" : "runs"}`,
    now === null ? "not reported in this run" : `${write(now)} in this run`,
    ...(missing > 0 ? [`missing in ${missing}`] : []),
    ...(limit === null ? [] : [`asked: ${write(limit)}`]),
  ].join(", ");
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);
