const DAY_MS = 86_400_000;

/** From so many days before an end people are told of it. */
export const FIRST_WARNING_DAYS = 7;
/** How many days before the end people are told; the nearest that has come. */
export type WarningDays = typeof FIRST_WARNING_DAYS | 1;

/** Which warning of an end is due: a day before (86,400 s, whatever the calendar does), a week before, or none. */
export function warningDue(endsAt: Date, at: Date): WarningDays | null {
  const left = endsAt.getTime() - at.getTime();
  if (left <= 0 || left > FIRST_WARNING_DAYS * DAY_MS) return null;
  return left <= DAY_MS ? 1 : FIRST_WARNING_DAYS;
}
