import type { ChartModel, ChartScale, ChartUnit } from "./chart-model";
import { tickText } from "./value-text";

export type ValueAxis = ChartScale & { ticks: { value: number; text: string }[] };

const MOST_STEPS = 5;
const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];
const LENGTH_STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((each) => each * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((each) => each * MINUTE),
  ...[1, 2, 3, 6, 12].map((each) => each * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map((each) => each * DAY),
];

/** Of an axis without any value above 0. */
const EMPTY_HIGH: Record<ChartUnit, number> = { count: 1, share: 1, "per-day": 1, ms: HOUR, seconds: 3600 };

/** The axis of values: as the caller set it, else from 0 (or a round number below) to one above all values and the limit. */
export function valueAxis(model: Pick<ChartModel, "series" | "unit" | "kind" | "limit" | "scale">): ValueAxis {
  const { unit, limit, scale } = model;
  const values = model.kind === "bars" ? totals(model.series) : model.series.flatMap((each) => known(each.values));
  const reached = limit ? [...values, limit.value] : values;
  const lowest = scale?.low ?? reached.reduce((least, value) => Math.min(least, value), 0);
  const highest = scale?.high ?? (reached.reduce((most, value) => Math.max(most, value), 0) || EMPTY_HIGH[unit]);
  const step = stepOf(highest - lowest, unit);
  const low = scale ? scale.low : Math.floor(lowest / step) * step;
  const high = scale ? scale.high : ceilingOf(highest, step, unit);
  return { low: exact(low), high: exact(high), ticks: ticksOf(low, high, step, unit) };
}

/** No share is above all of it. */
const ceilingOf = (highest: number, step: number, unit: ChartUnit): number => {
  const above = Math.ceil(exact(highest / step)) * step;
  return unit === "share" && highest <= 1 ? Math.min(above, 1) : above;
};

function ticksOf(low: number, high: number, step: number, unit: ChartUnit): ValueAxis["ticks"] {
  const first = Math.ceil(exact(low / step));
  const last = Math.floor(exact(high / step));
  const values = Array.from({ length: last - first + 1 }, (_, index) => exact((first + index) * step));
  return values.map((value) => ({ value, text: tickText(value, unit) }));
}

/** The smallest round step that divides a range into a few parts. */
function stepOf(range: number, unit: ChartUnit): number {
  const least = (range > 0 ? range : 1) / MOST_STEPS;
  if (unit === "ms" || unit === "seconds") {
    const perUnit = unit === "ms" ? 1 : SECOND;
    const found = LENGTH_STEPS.find((step) => step >= least * perUnit * (1 - 1e-9));
    return (found ?? decimalStep((least * perUnit) / DAY) * DAY) / perUnit;
  }
  return unit === "count" ? Math.max(1, decimalStep(least)) : decimalStep(least);
}

/** Nothing that is counted differs by less. */
const LEAST_STEP = 1e-6;

function decimalStep(asked: number): number {
  const least = Math.max(asked, LEAST_STEP);
  const power = 10 ** Math.floor(Math.log10(least));
  const found = [1, 2, 5].find((each) => each * power >= least * (1 - 1e-9));
  return (found ?? 10) * power;
}

/** Without the rest that binary fractions leave. */
const exact = (value: number): number => Number(value.toPrecision(12));

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

const totals = (series: ChartModel["series"]): number[] =>
  (series[0]?.values ?? []).map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
