import { type Quarter, quarterEnd } from "./quarter";

const WEEK_MS = 7 * 86_400_000;
const LAST_WEEK = 13;

/**
 * Which reminder of an open review is due at `now`: 0 from the quarter's end on, then one each week for 13 weeks, which is
 * until the next review begins. Null before the quarter's end, and after all of them. Pure.
 */
export function reviewReminder(quarter: Quarter, now: Date): number | null {
  const sinceMs = now.getTime() - quarterEnd(quarter).getTime();
  if (!(sinceMs >= 0)) return null;
  const week = Math.floor(sinceMs / WEEK_MS);
  return week <= LAST_WEEK ? week : null;
}
