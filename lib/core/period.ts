import { parseQuarter, previousQuarter, quarterEnd, quarterStart } from "./review/quarter";
import { parseWeek, previousWeek, type Week, weekEnd, weekStart } from "./week";

/** From `from` until before `until`. */
export type Span = { from: Date; until: Date };
export type Period = Span & {
  /** `90d`, `2026-Q3` or `2026-W47`. */
  id: string;
  /** As long, right before it: what its numbers are held against. */
  previous: Span;
};

export const PERIOD_DAYS = [30, 90, 365] as const;
export const USUAL_PERIOD = "90d";
const DAY_MS = 86_400_000;

/**
 * The period of `30d`, `90d`, `365d` (ending at `now`), `2026-Q3` or the ISO week `2026-W47` (both in UTC); null for any
 * other text. Pure.
 */
export function periodOf(text: string, now: Date): Period | null {
  const quarter = parseQuarter(text);
  if (quarter) {
    const before = previousQuarter(quarter);
    const previous = { from: quarterStart(before), until: quarterEnd(before) };
    return { id: text, from: quarterStart(quarter), until: quarterEnd(quarter), previous };
  }
  const week = parseWeek(text);
  if (week) return { id: text, ...weekSpan(week), previous: weekSpan(previousWeek(week)) };
  const days = PERIOD_DAYS.find((each) => `${each}d` === text);
  if (!days) return null;
  const daysBefore = (count: number) => new Date(now.getTime() - count * DAY_MS);
  const from = daysBefore(days);
  return { id: text, from, until: now, previous: { from: daysBefore(2 * days), until: from } };
}

/** Monday to Sunday, in UTC. */
export const weekSpan = (week: Week): Span => ({ from: weekStart(week), until: weekEnd(week) });

export const isWithin = (at: Date, { from, until }: Span): boolean =>
  at.getTime() >= from.getTime() && at.getTime() < until.getTime();

const LONGEST_BY_WEEK_DAYS = 93;

/** Stretches for a chart: weeks from the period's beginning, or calendar months in UTC where it is longer than a quarter. */
export function stretchesOf({ from, until }: Span): Span[] {
  const isShort = until.getTime() - from.getTime() <= LONGEST_BY_WEEK_DAYS * DAY_MS;
  const after = isShort ? weekAfter : monthAfter;
  const stretches: Span[] = [];
  for (let start = from; start.getTime() < until.getTime(); ) {
    const end = after(start);
    const stop = end.getTime() < until.getTime() ? end : until;
    stretches.push({ from: start, until: stop });
    start = stop;
  }
  return stretches;
}

const weekAfter = (at: Date): Date => new Date(at.getTime() + 7 * DAY_MS);
const monthAfter = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1));
