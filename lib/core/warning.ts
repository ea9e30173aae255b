const DAY_MS = 86_400_000;

/** Whole days before an end at which people are warned of it, the earlier warning first. */
export const WARNING_DAYS = [7, 1] as const;
export type WarningDays = (typeof WARNING_DAYS)[number];

/**
 * The warning that is due at `at` of something that lasts from `from` until `until`: the nearest one whose time has
 * come, so that nobody is told "7 days" when one is left; null before all of them and from the end on. What does not
 * last as long as a warning's days has not that warning. Days are durations of 24 hours: no clock change moves them.
 */
export function dueWarning({ from, until }: { from: Date; until: Date }, at: Date): WarningDays | null {
  const leftMs = until.getTime() - at.getTime();
  const lifeMs = until.getTime() - from.getTime();
  if (!(leftMs > 0)) return null;
  const due = WARNING_DAYS.filter((days) => lifeMs >= days * DAY_MS && leftMs <= days * DAY_MS);
  return due.at(-1) ?? null;
}
