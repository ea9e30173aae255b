import { percent } from "@/components/scorecard/figures";
import { durationText } from "@/components/time/format";
import { LOCALE } from "@/lib/core/locale";

/** `rate` is 0…1, `ms` a length of time, `per-day` how often something happens in a day. */
export type MeasureUnit = "count" | "rate" | "ms" | "per-day";
/** A number and the one before it, in their unit; null where there is no data. */
export type Measured = { value: number | null; previous: number | null; unit: MeasureUnit };

const plain = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });

/** "7", "1 h 2 min", "12.5%", "3 a week"; "no data" for null, which is not 0. */
export function valueText(value: number | null, unit: MeasureUnit): string {
  if (value === null) return "no data";
  if (unit === "ms") return durationText(value);
  if (unit === "per-day") return often(value);
  return unit === "rate" ? percent(value, 1) : plain.format(value);
}

/** In the longest unit of time in which it happens at least once, so that the number can be pictured. */
function often(perDay: number): string {
  if (perDay >= 1) return `${plain.format(perDay)} a day`;
  if (perDay * 7 >= 1) return `${plain.format(perDay * 7)} a week`;
  return `${plain.format(perDay * 30)} a month`;
}

export type ChangeWord = { text: string; verdict: "better" | "worse" | "same" | "unknown" };

/** How a number stands to the one before it, in its own unit: "3 more", "1 h less", "2 points more". */
export function changeOf({ value, previous, unit }: Measured, moreIsBetter: boolean | null): ChangeWord {
  if (value === null || previous === null) return { text: "nothing to compare with", verdict: "unknown" };
  const difference = value - previous;
  const size = sizeText(Math.abs(difference), unit);
  if (difference === 0 || size === null) return { text: "as before", verdict: "same" };
  const text = `${size} ${difference > 0 ? "more" : "less"}`;
  if (moreIsBetter === null) return { text, verdict: "same" };
  return { text, verdict: difference > 0 === moreIsBetter ? "better" : "worse" };
}

/** Null where it rounds to nothing. */
function sizeText(size: number, unit: MeasureUnit): string | null {
  if (unit === "ms") return size < 1000 ? null : durationText(size);
  if (unit === "count") return plain.format(size);
  if (unit === "per-day") return size * 30 < 0.05 ? null : often(size);
  const points = Number((size * 100).toFixed(1));
  return points === 0 ? null : `${points} points`;
}
