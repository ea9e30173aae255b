import fc from "fast-check";
import { expect, it } from "vitest";
import { type CalendarTimes, parseCalendarTimes } from "./entry";
import { isInForce, nextChange, occurrences } from "./occurrences";
import { type CalendarRule, WEEKDAYS } from "./rule";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"];
/** Days around which clocks jump, months end, a leap day is or is not, and years turn. */
const CENTRES = [
  "2026-03-29",
  "2026-10-25",
  "2026-03-08",
  "2026-11-01",
  "2026-04-05",
  "2026-10-04",
  "2028-02-29",
  "2027-02-28",
  "2026-12-31",
  "2026-04-30",
];

const formats = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short", timeStyle: "short", hourCycle: "h23" }),
  ]),
);

/** What the zone's wall clock shows, as if it were UTC. */
function wallAt(at: number, timeZone: string): number {
  const [date, time] = (formats.get(timeZone)?.format(at) ?? "").split(", ");
  return Date.parse(`${date}T${time}:00Z`);
}

const walls = new Map<string, number[]>();

/** As `wallAt`; the same days are asked for in one case after another. */
function wallsOf(minutes: readonly number[], timeZone: string): number[] {
  const key = `${minutes[0]} ${timeZone}`;
  const known = walls.get(key) ?? minutes.map((at) => wallAt(at, timeZone));
  walls.set(key, known);
  return known;
}

/** The spans of a rule on a clock that never jumps, by looking at each day. */
function plainSpans(rule: CalendarRule, from: number, to: number): [number, number][] {
  if (rule.repeats === "once") return [[Date.parse(`${rule.start}:00Z`), Date.parse(`${rule.end}:00Z`)]];
  const days = Array.from({ length: (to - from) / DAY }, (_, index) => new Date(from + index * DAY));
  return days.filter((day) => isStartDay(rule, day)).map((day) => spanFrom(rule, day));
}

const lastOf = (day: Date) => new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();

function isStartDay(rule: Exclude<CalendarRule, { repeats: "once" }>, day: Date): boolean {
  const [date, weekday] = [day.getUTCDate(), WEEKDAYS[(day.getUTCDay() + 6) % 7]];
  if (rule.repeats === "weekly") return rule.days.some((each) => each === weekday);
  if (rule.repeats === "monthly-day") return date === Math.min(rule.day === "last" ? 31 : rule.day, lastOf(day));
  if (rule.repeats === "monthly-weekday") {
    const isNth = rule.nth === "last" ? date + 7 > lastOf(day) : Math.ceil(date / 7) === rule.nth;
    return weekday === rule.weekday && isNth;
  }
  const [month, of] = rule.from.slice(0, 5).split("-").map(Number);
  return day.getUTCMonth() + 1 === month && date === Math.min(of ?? 0, lastOf(day));
}

function spanFrom(rule: Exclude<CalendarRule, { repeats: "once" }>, day: Date): [number, number] {
  const time = (text: string) => Date.parse(`1970-01-01T${text}:00Z`);
  if (rule.repeats !== "yearly") {
    const [from, to] = [day.getTime() + time(rule.from), day.getTime() + time(rule.to)];
    return [from, to + (rule.plusDays ?? (rule.to > rule.from ? 0 : 1)) * DAY];
  }
  const start = day.getTime() + (rule.from.includes("T") ? time(rule.from.slice(6)) : 0);
  const endIn = (year: number) => {
    const [month = 0, date = 0] = rule.to.slice(0, 5).split("-").map(Number);
    const clamped = Math.min(date, new Date(Date.UTC(year, month, 0)).getUTCDate());
    return Date.UTC(year, month - 1, clamped) + (rule.to.includes("T") ? time(rule.to.slice(6)) : DAY);
  };
  const isNextYear = rule.to.slice(0, 5) < rule.from.slice(0, 5);
  return [start, endIn(day.getUTCFullYear() + (isNextYear ? 1 : 0))];
}

/** By definition: a freeze is all that may be meant by its times, a window what is meant without a doubt. */
function bruteForce(entry: CalendarTimes, minutes: readonly number[]): boolean[] {
  const walls = wallsOf(minutes, entry.timeZone);
  const [first = 0, last = 0] = [walls[0], walls.at(-1)];
  const inForce = minutes.map(() => false);
  const longest = entry.rule.repeats === "yearly" ? 400 : 40;
  for (const [start, end] of plainSpans(entry.rule, floorDay(first) - longest * DAY, floorDay(last) + 2 * DAY)) {
    const reached = (wall: number) => walls.findIndex((each) => each >= wall);
    const settled = (wall: number) => Math.max(walls.findLastIndex((each) => each < wall) + 1, walls.lastIndexOf(wall));
    const isFreeze = entry.kind === "freeze";
    const opens = isFreeze ? reached(start) : settled(start);
    const closes = isFreeze ? settled(end) : reached(end);
    if (opens !== -1) inForce.fill(true, opens, closes === -1 ? minutes.length : closes);
  }
  return inForce;
}

const floorDay = (at: number) => Math.floor(at / DAY) * DAY;
const time = fc
  .tuple(fc.nat(23), fc.constantFrom(0, 15, 30, 45, 59))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
/** Times of the night in which clocks jump. */
const night = fc.constantFrom("00:00", "01:00", "01:30", "01:45", "02:00", "02:15", "02:30", "03:00");
const clock = fc.oneof(time, night);
const day = fc.constantFrom("12-31", "01-01", "02-28", "02-29", "03-01", "03-29", "10-25", "04-05", "10-04", "11-01");
const span = { from: clock, to: clock, plusDays: fc.option(fc.nat(3), { nil: undefined }) };
const nightly = fc.record({ repeats: fc.constant("weekly"), days: fc.constant([...WEEKDAYS]), from: night, to: night });
const rule = fc.oneof(
  { weight: 3, arbitrary: nightly },
  fc.record({ repeats: fc.constant("weekly"), days: fc.subarray([...WEEKDAYS], { minLength: 1 }), ...span }),
  fc.record({
    repeats: fc.constant("monthly-day"),
    day: fc.oneof(fc.integer({ min: 25, max: 31 }), fc.constant("last"), fc.constant(1)),
    ...span,
  }),
  fc.record({
    repeats: fc.constant("monthly-weekday"),
    nth: fc.constantFrom(1, 4, "last"),
    weekday: fc.constantFrom(...WEEKDAYS),
    ...span,
  }),
  fc.record({ repeats: fc.constant("yearly"), from: day, to: fc.tuple(day, clock).map(([on, at]) => `${on}T${at}`) }),
  fc.record({ repeats: fc.constant("yearly"), from: fc.tuple(day, clock).map(([on, at]) => `${on}T${at}`), to: day }),
);

const entries = fc
  .record({ kind: fc.constantFrom("freeze", "window"), timeZone: fc.constantFrom(...ZONES), rule })
  .map((each) => ({ ...each, validFrom: "2000-01-01T00:00:00Z", validUntil: null }))
  .filter((each) => isReadable(each))
  .map(parseCalendarTimes);

function isReadable(each: unknown): boolean {
  try {
    return Boolean(parseCalendarTimes(each));
  } catch {
    return false;
  }
}

it("every minute is judged as the wall clock shows it, across jumps, month ends, leap days and new year", () => {
  fc.assert(
    fc.property(entries, fc.constantFrom(...CENTRES), (entry, centre) => {
      const noon = Date.parse(`${centre}T12:00:00Z`);
      const minutes = Array.from({ length: (4 * DAY) / MINUTE }, (_, index) => noon - 2 * DAY + index * MINUTE);
      const wanted = bruteForce(entry, minutes);
      const found = occurrences(entry, new Date(minutes[0] ?? 0), new Date((minutes.at(-1) ?? 0) + 1));
      const judged = minutes.map((at) => found.some(({ start, end }) => at >= start.getTime() && at < end.getTime()));
      expect(judged).toEqual(wanted);
    }),
    { numRuns: 200 },
  );
});

it("nothing changes between an instant and the next change after it, and there it does", () => {
  const instants = fc.integer({ min: Date.parse("2025-01-01T00:00:00Z"), max: Date.parse("2029-01-01T00:00:00Z") });
  fc.assert(
    fc.property(
      entries,
      instants,
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (entry, ms, share) => {
        const at = new Date(ms);
        const change = nextChange(entry, at);
        if (!change) throw new Error("a rule that repeats changes again");
        const within = new Date(ms + Math.floor((change.getTime() - 1 - ms) * share));
        expect(change > at).toBe(true);
        expect(isInForce(entry, within)).toBe(isInForce(entry, at));
        expect(isInForce(entry, new Date(change.getTime() - 1))).toBe(isInForce(entry, at));
        expect(isInForce(entry, change)).toBe(!isInForce(entry, at));
      },
    ),
    { numRuns: 60 },
  );
});
