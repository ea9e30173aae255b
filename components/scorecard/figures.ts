import { durationText } from "@/components/time/format";
import { LOCALE } from "@/lib/core/locale";

const plain = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 4, useGrouping: true });
/** Keeps a number on one line with its unit. */
const NO_BREAK = "\u00a0";

/** A figure in the unit that its column names; a dash where the pipeline did not say. */
export function figure(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : plain.format(value);
}

/** A rate of 0…1 in percent. What is not quite all, or not quite nothing, is never rounded to it. */
export function percent(rate: number, digits = 2): string {
  const step = 10 ** -digits;
  const value = rate * 100;
  if (rate < 1 && value > 100 - step / 2) return `>${(100 - step).toFixed(digits)}%`;
  if (rate > 0 && value < step / 2) return `<${step.toFixed(digits)}%`;
  return `${Number(value.toFixed(digits))}%`;
}

/** Both ends of an interval of rates, rounded outwards so that it still covers what it did: "98.9–99.9%". */
export function percentRange({ low, high }: { low: number; high: number }): string {
  return `${outward(Math.floor, low)}–${outward(Math.ceil, high)}%`;
}
const outward = (round: (value: number) => number, rate: number): number =>
  round(Number((rate * 1000).toFixed(6))) / 10;

/** What a check saw or asks for, with its unit: `98%`, `174 ms`, `2 findings`, `5 min 12 s`. */
export function measured(value: number | string | null, unit: string | null): string {
  if (value === null) return "–";
  if (typeof value === "string" || !unit) return typeof value === "number" ? plain.format(value) : value;
  if (unit === "rate") return percent(value);
  if (unit === "s") return durationText(value * 1000);
  return `${plain.format(value)}${NO_BREAK}${value === 1 ? unit.replace(/s$/, "") : unit}`;
}
