import { z } from "zod";

/** Days of a week in ISO order; their place + 1 is the ISO number. */
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];
const MINUTES_OF_DAY = 1440;
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time of day such as 08:00");
/** A local date and time without a zone. */
export const wallTime = z.string().refine(isWallTime, "must be a local date and time such as 2026-12-20T18:00");
const dayOfYear = z.string().refine(isDayOfYear, "must be a day such as 12-20, or with a time such as 12-20T18:00");
const span = { from: clock, to: clock };
const plusDays = (most: number) =>
  z
    .int()
    .min(0)
    .max(most, `must be at most ${most}`)
    .optional()
    .describe("On how many days later `to` is; left out: the same day, or the next one where `to` is not after `from`");

/** One wall-clock rule. Source: rollout windows and freeze calendars of the playbook's change control. */
export const calendarRule = z
  .discriminatedUnion("repeats", [
    z.strictObject({ repeats: z.literal("once"), start: wallTime, end: wallTime }),
    z.strictObject({
      repeats: z.literal("weekly"),
      days: z
        .array(z.enum(WEEKDAYS))
        .min(1, "must name at least one day")
        .refine((days) => new Set(days).size === days.length, "must not name a day twice"),
      ...span,
      plusDays: plusDays(6),
    }),
    z.strictObject({
      repeats: z.literal("monthly-day"),
      day: z.union([z.int().min(1).max(31), z.literal("last")], { error: 'must be a day from 1 to 31, or "last"' }),
      ...span,
      plusDays: plusDays(27),
    }),
    z.strictObject({
      repeats: z.literal("monthly-weekday"),
      nth: z.union([z.int().min(1).max(4), z.literal("last")], { error: 'must be from 1 to 4, or "last"' }),
      weekday: z.enum(WEEKDAYS),
      ...span,
      plusDays: plusDays(27),
    }),
    z.strictObject({ repeats: z.literal("yearly"), from: dayOfYear, to: dayOfYear }),
  ])
  .superRefine((rule, context) => {
    const fault = faultOf(rule);
    if (fault) context.addIssue({ code: "custom", path: [fault.field], message: fault.message });
  });
export type CalendarRule = z.output<typeof calendarRule>;
export type YearlyRule = Extract<CalendarRule, { repeats: "yearly" }>;
export type SpanRule = Extract<CalendarRule, { plusDays?: number | undefined }>;

type Fault = { field: string; message: string } | null;

function faultOf(rule: CalendarRule): Fault {
  if (rule.repeats === "once") {
    return rule.end > rule.start ? null : { field: "end", message: "must be later than the start" };
  }
  if (rule.repeats === "yearly") {
    return isWholeYear(rule) ? { field: "to", message: "covers the whole year; it would not end" } : null;
  }
  if (rule.plusDays === 0 && rule.to <= rule.from) {
    return { field: "to", message: "must be later than the time from which it lasts" };
  }
  if (rule.repeats === "weekly" && coversTheWeek(rule)) {
    return { field: "days", message: "cover the whole week; it would not end. Make it one that happens once" };
  }
  return null;
}

/** On how many days after its first day a span of the rule ends. */
export function daysSpanned({ from, to, plusDays }: Pick<SpanRule, "from" | "to" | "plusDays">): number {
  return plusDays ?? (to > from ? 0 : 1);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function coversTheWeek(rule: Extract<CalendarRule, { repeats: "weekly" }>): boolean {
  const [from, to] = [minutesOf(rule.from), minutesOf(rule.to)];
  const length = daysSpanned(rule) * MINUTES_OF_DAY + to - from;
  if (rule.days.length === 0) return false;
  const starts = rule.days.map((day) => WEEKDAYS.indexOf(day) * MINUTES_OF_DAY + from).sort((one, two) => one - two);
  const week = 7 * MINUTES_OF_DAY;
  const first = starts[0] ?? 0;
  return starts.every((start, index) => start + length >= (starts[index + 1] ?? first + week));
}

/** Whether a yearly rule ends in the year after the one in which it starts. */
export function crossesNewYear({ from, to }: Pick<YearlyRule, "from" | "to">): boolean {
  return yearlyEnd(to, DAYS_OF_MONTH) <= yearMinute(from, DAYS_OF_MONTH);
}

/** In a leap year or in another one, in which 29 February is the 28th. */
function isWholeYear(rule: YearlyRule): boolean {
  const commonYear = DAYS_OF_MONTH.map((days, month) => (month === 1 ? 28 : days));
  return yearlyGap(rule, DAYS_OF_MONTH) <= 0 || yearlyGap(rule, commonYear) <= 0;
}

/** Minutes of the year that the rule leaves out. */
function yearlyGap(rule: YearlyRule, months: readonly number[]): number {
  const [start, end] = [yearMinute(rule.from, months), yearlyEnd(rule.to, months)];
  const year = months.reduce((sum, days) => sum + days, 0) * MINUTES_OF_DAY;
  return crossesNewYear(rule) ? start - end : start + year - end;
}

/** A day without a time lasts to its end. */
function yearlyEnd(to: string, months: readonly number[]): number {
  return yearMinute(to, months) + (to.includes("T") ? 0 : MINUTES_OF_DAY);
}

function yearMinute(text: string, months: readonly number[]): number {
  const month = Number(text.slice(0, 2)) - 1;
  const days = months.slice(0, month).reduce((sum, each) => sum + each, 0);
  const day = Math.min(Number(text.slice(3, 5)), months[month] ?? 0);
  return (days + day - 1) * MINUTES_OF_DAY + (text.includes("T") ? minutesOf(text.slice(6)) : 0);
}

function isDayOfYear(text: string): boolean {
  const match = /^(\d{2})-(\d{2})(?:T([01]\d|2[0-3]):[0-5]\d)?$/.exec(text);
  const days = DAYS_OF_MONTH[Number(match?.[1]) - 1] ?? 0;
  return match !== null && Number(match[2]) >= 1 && Number(match[2]) <= days;
}

function isWallTime(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(?:[01]\d|2[0-3]):[0-5]\d$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1970 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
