import { dayText } from "@/components/time/day-text";
import type { AnyIncidentState } from "@/lib/core/incident/model";
import { PERIOD_DAYS } from "@/lib/core/incident/period";
import { previousQuarter, quarterOf, quarterText } from "@/lib/core/review/quarter";

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

/** What an incident waits for while it is in a state. */
export const WAITING_WORDS: Partial<Record<AnyIncidentState, string>> = {
  declared: "until somebody acknowledged it",
  acknowledged: "until the mitigation began",
  mitigating: "until it was mitigated",
  mitigated: "until it was resolved",
  resolved: "until the postmortem was published",
  published: "until it was closed",
};
