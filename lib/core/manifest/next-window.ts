import { nextOccurrence, type Occurrence, occurrenceAt } from "@/lib/core/calendar/occurrences";
import { freezesFor, type Place, readable, windowsFor } from "@/lib/core/calendar/scope";
import type { CalendarFact } from "@/lib/core/gate/facts";
import type { ManifestContent } from "./schema";

const MOST_LOOKED_AT = 50;

/**
 * The next time at which the calendar lets a release out to a place: the window that is open at `at`, else the one that
 * opens first, leaving out those that open into a freeze. Null where no window is kept, or none comes. Pure.
 */
export function nextRolloutWindow(
  calendars: readonly CalendarFact[],
  place: Place,
  at: Date,
): ManifestContent["rollout_window"] | null {
  const windows = readable(windowsFor(calendars, place, at));
  const freezes = readable(freezesFor(calendars, place, at));
  const isFrozen = (moment: Date) => freezes.some(({ times }) => occurrenceAt(times, moment) !== null);
  const first = windows
    .flatMap(({ times }) => firstOf((from) => occurrenceAt(times, from) ?? nextOccurrence(times, from), at, isFrozen))
    .sort((one, other) => one.start.getTime() - other.start.getTime())[0];
  return first ? { start: first.start.toISOString(), end: first.end.toISOString() } : null;
}

function firstOf(next: (from: Date) => Occurrence | null, at: Date, isFrozen: (moment: Date) => boolean): Occurrence[] {
  let from = at;
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += 1) {
    const found = next(from);
    if (!found) return [];
    const opens = found.start > at ? found.start : at;
    if (!isFrozen(opens)) return [found];
    from = found.end;
  }
  return [];
}
