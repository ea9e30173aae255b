import { PERIOD_DAYS } from "@/lib/core/period";
import { previousQuarter, quarterOf, quarterText } from "@/lib/core/review/quarter";
import { dayText } from "./day-text";

const OFFERED_QUARTERS = 6;

/** Periods to choose from: the last days, the running quarter and those before. */
export function periodChoices(now: Date): { value: string; label: string }[] {
  const days = PERIOD_DAYS.map((count) => ({ value: `${count}d`, label: `Last ${count} days` }));
  const quarters = [quarterOf(now)];
  for (let last = quarters[0]; last && quarters.length < OFFERED_QUARTERS; last = quarters.at(-1)) {
    quarters.push(previousQuarter(last));
  }
  return [...days, ...quarters.map((each) => ({ value: quarterText(each), label: quarterText(each) }))];
}

/** "1 Jul 2026 – 30 Sep 2026": both days belong to it. */
export function spanText({ from, until }: { from: string; until: string }): string {
  return `${dayText(from)} – ${dayText(lastInstant(until))}`;
}

/** The last millisecond that belongs to a span. */
export const lastInstant = (until: string): Date => new Date(Date.parse(until) - 1);
