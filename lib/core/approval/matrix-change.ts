import { DomainError, invalid } from "@/lib/core/errors";
import type { MatrixRule } from "./matrix";

/** A rule as it is stored. All that are given here belong to one row: an environment's, or a service's in it. */
export type RowRule = Pick<MatrixRule, "validFrom" | "validUntil"> & { id: string };

/** What a change of a row does to its rules: those that end at another instant, and until when its new rules hold. */
export type RowChange = { ends: { id: string; at: Date | null }[]; until: Date | null };

/** A minute, as far as a form can say it, still counts as now. */
const GRACE_MS = 60_000;

/** The instant that a change acts from. Throws `invalid` for one in the past: what was judged by then stays judged. */
export function changeInstant(from: Date | null, now: Date, path = "from"): Date {
  if (from === null || (from <= now && now.getTime() - from.getTime() < GRACE_MS)) return now;
  if (from < now) throw invalid(path, "is in the past; leave it empty to act at once");
  return from;
}

/**
 * Sets a row from an instant on: what is in force then ends then, what was planned for that very instant is called
 * off, and what is planned for later still comes, at which the new rules end.
 */
export function planRowChange(row: readonly RowRule[], from: Date): RowChange {
  const standing = row.filter(holdsEver);
  const until = nextChange(standing, from);
  const ends = standing.flatMap((rule) => {
    if (same(rule.validFrom, from)) return [{ id: rule.id, at: rule.validFrom }];
    return rule.validFrom < from && isAfter(rule.validUntil, from) ? [{ id: rule.id, at: from }] : [];
  });
  return { ends, until };
}

/**
 * Calls off what is planned for exactly this instant: the rules that would begin then never do, and those that would
 * end then go on until the next change. Throws `conflict` where the instant has come, `not_found` for no such plan.
 */
export function planCancel(row: readonly RowRule[], at: Date, now: Date): RowChange {
  if (at <= now) throw new DomainError("conflict", "This change is in force already; set the row anew instead.");
  const standing = row.filter(holdsEver);
  const until = nextChange(standing, at);
  const begun = standing.filter(({ validFrom }) => same(validFrom, at));
  const ended = standing.filter(({ validUntil }) => validUntil !== null && same(validUntil, at));
  if (begun.length + ended.length === 0) throw new DomainError("not_found", "No change is planned for this time.");
  return { ends: [...begun.map(({ id }) => ({ id, at })), ...ended.map(({ id }) => ({ id, at: until }))], until };
}

/** The first instant after `after` at which the row says something else; null for never. */
function nextChange(row: readonly RowRule[], after: Date): Date | null {
  const bounds = row.flatMap(({ validFrom, validUntil }) => (validUntil ? [validFrom, validUntil] : [validFrom]));
  const later = bounds.filter((bound) => bound > after).map((bound) => bound.getTime());
  return later.length > 0 ? new Date(Math.min(...later)) : null;
}

const same = (one: Date, other: Date): boolean => one.getTime() === other.getTime();
const isAfter = (until: Date | null, at: Date): boolean => until === null || until > at;
const holdsEver = ({ validFrom, validUntil }: RowRule): boolean => isAfter(validUntil, validFrom);
