import { dayText } from "@/components/time/day-text";
import { lastInstant } from "@/components/time/period-words";
import { lastWholeWeek, previousWeek, type Week, weekEnd, weekOf, weekStart, weekText } from "@/lib/core/week";

const OFFERED_WEEKS = 26;

/** "16 Nov 2026 – 22 Nov 2026": both days belong to it. */
export const weekDays = (week: Week): string =>
  `${dayText(weekStart(week))} – ${dayText(lastInstant(weekEnd(week).toISOString()))}`;

/** Weeks to choose from: the running one and those before it. */
export function weekChoices(now: Date): { value: string; label: string }[] {
  const weeks = [weekOf(now)];
  for (let last = weeks[0]; last && weeks.length < OFFERED_WEEKS; last = weeks.at(-1)) weeks.push(previousWeek(last));
  const usual = weekText(lastWholeWeek(now));
  return weeks
    .filter((week) => weekText(week) !== usual)
    .map((week) => ({ value: weekText(week), label: `${weekText(week)}, ${weekDays(week)}` }));
}
