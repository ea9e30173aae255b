/** A reader who comes back within this time is still on the same visit. */
export const VISIT_MINUTES = 30;

/** A place in what happens: an instant, and how many entries the ledger had then. */
export type Place = { at: Date; size: number };

/** `since`: from where on changes are shown. `looked`: what was seen last; never before `since`. */
export type Look = { since: Place; looked: Place };

/**
 * From where on changes are shown to somebody who opens the page at `now`: on the same visit still from its beginning,
 * so that what one has opened does not vanish on the way back; on a new visit from the last look. Null: the first one.
 */
export function shownSince(look: Look | null, now: Date): Place | null {
  if (!look) return null;
  return isSameVisit(look, now) ? look.since : look.looked;
}

/**
 * The look after somebody has seen everything up to `seen`. It never goes back, so that an older tab that reports late
 * brings nothing back. `all`: the reader says that this is read, and the next changes are counted from `seen`.
 */
export function lookAfter(look: Look | null, seen: Place, all: boolean): Look {
  if (!look) return { since: seen, looked: seen };
  const looked = later(look.looked, seen);
  if (all) return { since: later(look.since, seen), looked };
  return { since: isSameVisit(look, seen.at) ? look.since : look.looked, looked };
}

function isSameVisit({ looked }: Look, now: Date): boolean {
  return now.getTime() - looked.at.getTime() <= VISIT_MINUTES * 60_000;
}

function later(one: Place, other: Place): Place {
  const at = new Date(Math.max(one.at.getTime(), other.at.getTime()));
  return { at, size: Math.max(one.size, other.size) };
}
