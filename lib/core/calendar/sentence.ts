import type { CalendarTimes } from "./entry";
import { type CalendarRule, daysSpanned, type SpanRule, WEEKDAYS, type Weekday } from "./rule";

export const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const ORDINALS = ["first", "second", "third", "fourth"];

/** A rule for people, with its zone: "Every Friday 12:00 to Monday 08:00, Europe/Berlin". */
export function ruleSentence({ rule, timeZone }: Pick<CalendarTimes, "rule" | "timeZone">): string {
  return `${ruleWords(rule)}, ${timeZone}`;
}

function ruleWords(rule: CalendarRule): string {
  switch (rule.repeats) {
    case "once":
      return `Once, ${wallWords(rule.start)} to ${wallWords(rule.end)}`;
    case "weekly":
      return `Every ${daysWords(rule.days)} ${weeklyEnd(rule)}`;
    case "monthly-day": {
      const day = rule.day === "last" ? "the last day" : `day ${rule.day}`;
      return `On ${day} of every month, ${spanWords(rule)}`;
    }
    case "monthly-weekday": {
      const nth = rule.nth === "last" ? "last" : (ORDINALS[rule.nth - 1] ?? "");
      return `On the ${nth} ${nameOf(rule.weekday)} of every month, ${spanWords(rule)}`;
    }
    case "yearly":
      return `Every year from ${yearDayWords(rule.from)} to ${yearDayWords(rule.to)}`;
  }
}

/** "2026-12-20T18:00" → "20 December 2026 18:00". */
function wallWords(text: string): string {
  return `${Number(text.slice(8, 10))} ${MONTHS[Number(text.slice(5, 7)) - 1]} ${text.slice(0, 4)} ${text.slice(11)}`;
}

function yearDayWords(text: string): string {
  const day = `${Number(text.slice(3, 5))} ${MONTHS[Number(text.slice(0, 2)) - 1]}`;
  return text.includes("T") ? `${day} ${text.slice(6)}` : day;
}

function nameOf(day: Weekday): string {
  return DAY_NAMES[WEEKDAYS.indexOf(day)] ?? day;
}

/** "Friday", "Monday and Tuesday", "Monday to Friday", "day". */
function daysWords(days: readonly Weekday[]): string {
  const places = days.map((day) => WEEKDAYS.indexOf(day)).sort((one, other) => one - other);
  const names = places.map((place) => DAY_NAMES[place] ?? "");
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
  if (places.length === 7) return "day";
  if (places.length > 2 && last - first === places.length - 1) return `${names[0]} to ${names.at(-1)}`;
  return names.length === 1 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Of one day the end is named by its weekday; of several, by how much later it is. */
function weeklyEnd(rule: Extract<CalendarRule, { repeats: "weekly" }>): string {
  const day = rule.days[0];
  const spanned = daysSpanned(rule);
  if (rule.days.length !== 1 || !day || spanned === 0 || isAllDay(rule)) return spanWords(rule);
  return `${rule.from} to ${DAY_NAMES[(WEEKDAYS.indexOf(day) + spanned) % 7]} ${rule.to}`;
}

function spanWords(rule: SpanRule): string {
  if (isAllDay(rule)) return "all day";
  const spanned = daysSpanned(rule);
  if (spanned === 0) return `${rule.from} to ${rule.to}`;
  return `${rule.from} to ${rule.to} ${spanned === 1 ? "the next day" : `${spanned} days later`}`;
}

function isAllDay(rule: SpanRule): boolean {
  return rule.from === "00:00" && rule.to === "00:00" && daysSpanned(rule) === 1;
}
