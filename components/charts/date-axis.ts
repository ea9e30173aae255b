import { dayOfYearText, monthText } from "@/components/time/axis-text";
import type { ChartStretch } from "./chart-model";

const MOST_LABELS = 5;
const DAY_MS = 86_400_000;
/** From here on the day of a stretch's beginning says nothing. */
const MONTH_DAYS = 27;

/** Some stretches by name, evenly apart and few enough for a narrow screen: "1 Oct", or "Oct 2025" where they are months. */
export function dateLabels(stretches: readonly ChartStretch[]): { index: number; text: string }[] {
  const every = Math.max(1, Math.ceil(stretches.length / MOST_LABELS));
  const isLong = stretches.some(({ from, until }) => Date.parse(until) - Date.parse(from) >= MONTH_DAYS * DAY_MS);
  const textOf = isLong ? monthText : dayOfYearText;
  return stretches.flatMap(({ from }, index) => (index % every === 0 ? [{ index, text: textOf(from) }] : []));
}
