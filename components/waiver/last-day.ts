const DAY_MS = 86_400_000;

/** The day, in UTC, that lies so many days after an instant, as a date field writes it. */
export const dayAfter = (at: string, days: number) =>
  new Date(Date.parse(at) + days * DAY_MS).toISOString().slice(0, 10);

/** A waiver of a day lasts until that day's end, and never longer than it may. */
export function endOfDay(day: string, latest?: string): string {
  const end = `${day}T23:59:59Z`;
  return latest && day === latest.slice(0, 10) && Date.parse(end) > Date.parse(latest) ? latest : end;
}
