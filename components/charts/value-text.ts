import { percent } from "@/components/scorecard/figures";
import { durationText } from "@/components/time/format";
import { LOCALE } from "@/lib/core/locale";
import type { ChartUnit } from "./chart-model";

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });

/** A value in the words of its unit: "1,204", "85.7%", "5 min 12 s", "0.43 a day"; null is "no data". */
export function valueText(value: number | null, unit: ChartUnit): string {
  if (value === null) return "no data";
  if (unit === "share") return percent(value, 1);
  if (unit === "per-day") return `${whole.format(value)} a day`;
  return tickText(value, unit);
}

/** The same on an axis, where the caption says what is counted a day. */
export function tickText(value: number, unit: ChartUnit): string {
  if (unit === "share") return percent(value, 1);
  if (unit === "ms" || unit === "seconds") return value === 0 ? "0" : durationText(msOf(value, unit));
  return whole.format(value);
}

const msOf = (value: number, unit: "ms" | "seconds"): number => (unit === "ms" ? value : value * 1000);
