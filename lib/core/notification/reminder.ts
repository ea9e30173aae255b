const DAY_MS = 86_400_000;

/**
 * The number of the reminder that is due at `now` for signatures awaited since `since`: 1 after 24 hours, 2 after 48 …;
 * 0 before the first. By elapsed hours, not by the calendar: nobody is reminded early or late because clocks change.
 */
export function reminderNumber(since: Date, now: Date): number {
  const days = Math.floor((now.getTime() - since.getTime()) / DAY_MS);
  return Number.isFinite(days) ? Math.max(0, days) : 0;
}

/** Same news for one wait and one day of it; a new manifest begins a new wait. */
export function reminderKey(releaseId: string, since: Date, number: number): string {
  return `${releaseId}:${since.toISOString()}:${number}`;
}

/** `1 day`, `3 days`. */
export const waitedDays = (number: number): string => (number === 1 ? "1 day" : `${number} days`);
