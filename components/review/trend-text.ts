import { percent } from "@/components/scorecard/figures";
import { durationText } from "@/components/time/format";
import type { Trend, TrendKey } from "@/lib/core/review/model";

type Words = {
  label: string;
  /** Where its records are, of a quarter. */
  href: (quarter: string) => string;
  /** Whether more of it is better; null: neither. */
  moreIsBetter: boolean | null;
};

const analytics = (quarter: string) => `/incidents/analytics?period=${quarter}`;

export const TREND_WORDS: Record<TrendKey, Words> = {
  incidents: { label: "Incidents declared", href: analytics, moreIsBetter: false },
  "time-to-acknowledge": { label: "Mean time to acknowledge", href: analytics, moreIsBetter: false },
  "time-to-resolve": { label: "Mean time to resolve", href: analytics, moreIsBetter: false },
  "change-failure-rate": { label: "Change-failure rate", href: analytics, moreIsBetter: false },
  "postmortems-in-time": { label: "Postmortems published in time", href: analytics, moreIsBetter: true },
  "items-in-time": { label: "Post-incident items done in time", href: analytics, moreIsBetter: true },
  "rehearsals-passed": { label: "Rehearsals that passed", href: () => "/rehearsals", moreIsBetter: true },
  "waivers-granted": { label: "Waivers granted", href: () => "/waivers?view=all", moreIsBetter: null },
};

/** "7", "1 h 2 min", "12.5%"; "no data" for null, which is not 0. */
export function valueText(value: number | null, unit: Trend["unit"]): string {
  if (value === null) return "no data";
  if (unit === "ms") return durationText(value);
  return unit === "rate" ? percent(value, 1) : String(value);
}

export type ChangeWord = { text: string; verdict: "better" | "worse" | "same" | "unknown" };

/** How a number stands to the one before it, in its own unit: "3 more", "1 h less", "2 points more". */
export function changeOf(
  { value, previous, unit }: Pick<Trend, "value" | "previous" | "unit">,
  moreIsBetter: boolean | null,
): ChangeWord {
  if (value === null || previous === null) return { text: "nothing to compare with", verdict: "unknown" };
  const difference = value - previous;
  const size = sizeText(Math.abs(difference), unit);
  if (difference === 0 || size === null) return { text: "as before", verdict: "same" };
  const text = `${size} ${difference > 0 ? "more" : "less"}`;
  if (moreIsBetter === null) return { text, verdict: "same" };
  return { text, verdict: difference > 0 === moreIsBetter ? "better" : "worse" };
}

/** Null where it rounds to nothing. */
function sizeText(size: number, unit: Trend["unit"]): string | null {
  if (unit === "ms") return size < 1000 ? null : durationText(size);
  if (unit === "count") return String(size);
  const points = Number((size * 100).toFixed(1));
  return points === 0 ? null : `${points} points`;
}
