import { Temporal } from "temporal-polyfill";
import { type CalendarRule, crossesNewYear, daysSpanned, type SpanRule, WEEKDAYS, type YearlyRule } from "./rule";

type Day = Temporal.PlainDate;
/** From the first local time (inclusive) to the second one (exclusive). */
export type WallSpan = { start: Temporal.PlainDateTime; end: Temporal.PlainDateTime };

/**
 * The spans of a rule that start on a day from `first` to `last`, in order; one that happens once whenever it is. A day
 * that a month lacks is the month's last day: 31 in April is the 30th, 29 February in a common year the 28th.
 */
export function wallSpans(rule: CalendarRule, first: Day, last: Day): WallSpan[] {
  if (rule.repeats === "once") {
    return [{ start: Temporal.PlainDateTime.from(rule.start), end: Temporal.PlainDateTime.from(rule.end) }];
  }
  if (rule.repeats === "yearly") {
    return years(first, last).map((year) => yearlySpan(rule, year));
  }
  return startDays(rule, first, last).map((day) => ({
    start: day.toPlainDateTime(rule.from),
    end: day.add({ days: daysSpanned(rule) }).toPlainDateTime(rule.to),
  }));
}

function startDays(rule: SpanRule, first: Day, last: Day): Day[] {
  if (rule.repeats === "weekly") return daysOfWeek(rule.days, first, last);
  return months(first, last).map((month) =>
    rule.repeats === "monthly-day" ? clamped(month, rule.day) : nthWeekday(month, rule.nth, rule.weekday),
  );
}

function daysOfWeek(days: readonly (typeof WEEKDAYS)[number][], first: Day, last: Day): Day[] {
  const found: Day[] = [];
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const name = WEEKDAYS[day.dayOfWeek - 1];
    if (name && days.includes(name)) found.push(day);
  }
  return found;
}

function months(first: Day, last: Day): Temporal.PlainYearMonth[] {
  const found: Temporal.PlainYearMonth[] = [];
  const end = last.toPlainYearMonth();
  for (let month = first.toPlainYearMonth(); Temporal.PlainYearMonth.compare(month, end) <= 0; ) {
    found.push(month);
    month = month.add({ months: 1 });
  }
  return found;
}

function years(first: Day, last: Day): number[] {
  return Array.from({ length: last.year - first.year + 1 }, (_, index) => first.year + index);
}

function clamped(month: Temporal.PlainYearMonth, day: number | "last"): Day {
  return month.toPlainDate({ day: day === "last" ? month.daysInMonth : Math.min(day, month.daysInMonth) });
}

function nthWeekday(month: Temporal.PlainYearMonth, nth: number | "last", weekday: (typeof WEEKDAYS)[number]): Day {
  const wanted = WEEKDAYS.indexOf(weekday) + 1;
  const first = month.toPlainDate({ day: 1 });
  const day = 1 + ((wanted - first.dayOfWeek + 7) % 7);
  if (nth !== "last") return month.toPlainDate({ day: day + (nth - 1) * 7 });
  return month.toPlainDate({ day: day + Math.floor((month.daysInMonth - day) / 7) * 7 });
}

function yearlySpan(rule: YearlyRule, year: number): WallSpan {
  const end = dayInYear(rule.to, crossesNewYear(rule) ? year + 1 : year);
  return {
    start: timeOn(dayInYear(rule.from, year), rule.from),
    end: rule.to.includes("T") ? timeOn(end, rule.to) : end.add({ days: 1 }).toPlainDateTime(),
  };
}

function dayInYear(text: string, year: number): Day {
  return Temporal.PlainDate.from(
    { year, month: Number(text.slice(0, 2)), day: Number(text.slice(3, 5)) },
    { overflow: "constrain" },
  );
}

function timeOn(day: Day, text: string): Temporal.PlainDateTime {
  return day.toPlainDateTime(text.includes("T") ? text.slice(6) : "00:00");
}
