/** An ISO 8601 week in UTC: from Monday to Sunday; the year is that of its Thursday. */
export type Week = { year: number; week: number };

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const TEXT = /^(2\d{3})-W(\d{2})$/;

/** `2026-W07`: sorts as text in the order of time. */
export const weekText = ({ year, week }: Week): string => `${year}-W${String(week).padStart(2, "0")}`;

/** The week of `2026-W47`; null for any other text, and for a week 53 that its year does not have. Pure. */
export function parseWeek(text: string): Week | null {
  const [, year, digits] = TEXT.exec(text) ?? [];
  const week = { year: Number(year), week: Number(digits) };
  if (!year || week.week < 1) return null;
  // Counting from the first Monday on, a week that the year does not have lies in the next one.
  return weekText(weekOf(weekStart(week))) === text ? week : null;
}

/** The week that an instant lies in: Monday 00:00 UTC is its own, the next Monday is not. */
export function weekOf(at: Date): Week {
  const thursday = new Date(mondayBefore(at).getTime() + 3 * DAY_MS);
  const year = thursday.getUTCFullYear();
  return {
    year,
    week: 1 + Math.round((mondayBefore(at).getTime() - weekStart({ year, week: 1 }).getTime()) / WEEK_MS),
  };
}

/** Monday, 00:00 UTC. Week 1 is the one that holds 4 January (ISO 8601). */
export function weekStart({ year, week }: Week): Date {
  const first = mondayBefore(new Date(Date.UTC(year, 0, 4)));
  return new Date(first.getTime() + (week - 1) * WEEK_MS);
}

/** The first instant after the week. */
export const weekEnd = (week: Week): Date => new Date(weekStart(week).getTime() + WEEK_MS);

export const previousWeek = (week: Week): Week => weekOf(new Date(weekStart(week).getTime() - 1));
export const nextWeek = (week: Week): Week => weekOf(weekEnd(week));

/** The last week that is over at `now`. */
export const lastWholeWeek = (now: Date): Week => previousWeek(weekOf(now));

function mondayBefore(at: Date): Date {
  const day = Math.floor(at.getTime() / DAY_MS);
  // 1 January 1970 was a Thursday, three days after a Monday.
  return new Date((day - ((((day + 3) % 7) + 7) % 7)) * DAY_MS);
}
