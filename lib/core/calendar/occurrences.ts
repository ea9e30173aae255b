import type { CalendarTimes } from "./entry";
import type { CalendarRule } from "./rule";
import { wallSpans } from "./spans";
import { dateAt, instantOf } from "./wall";

/** One time in which an entry is in force: from `start` (inclusive) to `end` (exclusive). */
export type Occurrence = { start: Date; end: Date };
type Interval = { start: number; end: number };

const DAY_MS = 86_400_000;
/** Longer than a run of spans that touch, and than the pause between two: what lies further away concerns no instant. */
const REACH_DAYS: Record<CalendarRule["repeats"], number> = {
  once: 0,
  weekly: 15,
  "monthly-day": 100,
  "monthly-weekday": 100,
  yearly: 1200,
};

/**
 * The times in which an entry is in force that touch [from, to), in order, each one whole. Spans that touch are one
 * occurrence; what lies outside of the entry's validity is cut off. `entry` must have been read by `parseCalendarTimes`.
 *
 * Where the wall clock jumps: a local time that is left out is the first moment after it. Of one that comes twice, a
 * freeze starts with the earlier and ends with the later, a window starts with the later and ends with the earlier, so
 * that no rollout is let through by the doubt. A span that has no time left is none.
 */
export function occurrences(entry: CalendarTimes, from: Date, to: Date): Occurrence[] {
  return near(entry, from.getTime(), to.getTime())
    .filter(({ start, end }) => start < to.getTime() && end > from.getTime())
    .map(({ start, end }) => ({ start: new Date(start), end: new Date(end) }));
}

/** The occurrence that `at` lies in, or null. */
export function occurrenceAt(entry: CalendarTimes, at: Date): Occurrence | null {
  return occurrences(entry, at, new Date(at.getTime() + 1))[0] ?? null;
}

/** Whether `at` lies in an occurrence of the entry. */
export function isInForce(entry: CalendarTimes, at: Date): boolean {
  return occurrenceAt(entry, at) !== null;
}

/** The first occurrence that starts after `at`, or null where none does. */
export function nextOccurrence(entry: CalendarTimes, at: Date): Occurrence | null {
  const begins = Math.max(at.getTime(), Date.parse(entry.validFrom));
  const found = near(entry, begins, begins + reachOf(entry)).find(({ start }) => start > at.getTime());
  return found ? { start: new Date(found.start), end: new Date(found.end) } : null;
}

/** The next instant after `at` at which the entry begins or ends to be in force, or null where it never changes again. */
export function nextChange(entry: CalendarTimes, at: Date): Date | null {
  return occurrenceAt(entry, at)?.end ?? nextOccurrence(entry, at)?.start ?? null;
}

/** Every occurrence that touches [from, to], and perhaps more around it. */
function near(entry: CalendarTimes, from: number, to: number): Interval[] {
  const validFrom = Date.parse(entry.validFrom);
  const validUntil = entry.validUntil === null ? Number.POSITIVE_INFINITY : Date.parse(entry.validUntil);
  const reach = reachOf(entry);
  const spans = wallSpans(entry.rule, dateAt(from - reach, entry.timeZone), dateAt(to + reach, entry.timeZone));
  const isFreeze = entry.kind === "freeze";
  const intervals = spans.map(({ start, end }) => ({
    start: instantOf(start, entry.timeZone, isFreeze ? "earlier" : "later"),
    end: instantOf(end, entry.timeZone, isFreeze ? "later" : "earlier"),
  }));
  return joined(intervals)
    .map(({ start, end }) => ({ start: Math.max(start, validFrom), end: Math.min(end, validUntil) }))
    .filter(({ start, end }) => start < end);
}

const reachOf = ({ rule }: CalendarTimes): number => REACH_DAYS[rule.repeats] * DAY_MS;

function joined(intervals: readonly Interval[]): Interval[] {
  const runs: Interval[] = [];
  const inOrder = intervals.filter(({ start, end }) => start < end).sort((one, other) => one.start - other.start);
  for (const { start, end } of inOrder) {
    const last = runs.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs;
}
