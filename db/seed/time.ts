export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const plus = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

/** `daysAgo` days before `now`, at a time of day in UTC: offices keep hours, whenever the sample is made. */
export function workingDay(now: Date, daysAgo: number, hour: number, minute = 0): Date {
  const day = plus(now, -daysAgo * DAY);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour, minute));
}
