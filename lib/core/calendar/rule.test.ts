import { describe, expect, it } from "vitest";
import { parseCalendarTimes, readCalendarTimes } from "./entry";
import { ruleSentence } from "./sentence";

const entry = (rule: unknown, more: Record<string, unknown> = {}) => ({
  kind: "freeze",
  timeZone: "Europe/Berlin",
  rule,
  validFrom: "2026-01-01T00:00:00Z",
  validUntil: null,
  ...more,
});
const weekly = { repeats: "weekly", days: ["fri"], from: "12:00", to: "08:00" };
const monthly = { repeats: "monthly-day", day: 15, from: "00:00", to: "00:00" };
const nth = { repeats: "monthly-weekday", nth: 2, weekday: "tue", from: "18:00", to: "22:00" };
const yearly = (from: string, to: string) => ({ repeats: "yearly", from, to });
const once = (start: string, end: string) => ({ repeats: "once", start, end });

describe("a calendar's rule is refused, naming the field", () => {
  it.each([
    ["rule.repeats", { repeats: "daily" }],
    ["rule.days", { ...weekly, days: [] }],
    ["rule.days[0]", { ...weekly, days: ["friday"] }],
    ["rule.days", { ...weekly, days: ["fri", "fri"] }],
    ["rule.from", { ...weekly, from: "24:00" }],
    ["rule.from", { ...weekly, from: "8:00" }],
    ["rule.to", { ...weekly, to: "08:60" }],
    ["rule.to", { ...weekly, plusDays: 0 }],
    ["rule.plusDays", { ...weekly, plusDays: 7 }],
    ["rule.plusDays", { ...weekly, plusDays: -1 }],
    ["rule.until", { ...weekly, until: "mon" }],
    ["rule.days", { ...weekly, days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], to: "12:00" }],
    ["rule.days", { ...weekly, days: ["mon", "thu"], from: "00:00", to: "00:00", plusDays: 4 }],
    ["rule.day", { ...monthly, day: 0 }],
    ["rule.day", { ...monthly, day: 32 }],
    ["rule.nth", { ...nth, nth: 5 }],
    ["rule.weekday", { ...nth, weekday: "x" }],
    ["rule.from", yearly("02-30", "03-01")],
    ["rule.to", yearly("12-20", "13-01")],
    ["rule.to", yearly("12-20", "01-02T24:00")],
    ["rule.to", yearly("01-01", "12-31")],
    ["rule.to", yearly("03-01", "02-28")],
    ["rule.to", yearly("03-01", "02-29")],
    ["rule.to", yearly("06-01T12:00", "06-01T12:00")],
    ["rule.end", once("2026-12-20T12:00", "2026-12-20T12:00")],
    ["rule.start", once("2026-02-29T12:00", "2026-12-20T12:00")],
    ["rule.start", once("2026-02-20T12:00Z", "2026-12-20T12:00")],
  ])("%s of %j", (path, rule) => {
    expect(readCalendarTimes(entry(rule))).toEqual({ fault: expect.stringMatching(new RegExp(`^${literal(path)} `)) });
    expect(() => parseCalendarTimes(entry(rule))).toThrow(path);
  });

  it.each([
    ["timeZone", { timeZone: "Mars/Olympus" }],
    ["timeZone", { timeZone: "+01:00" }],
    ["timeZone", { timeZone: "EST" }],
    ["timeZone", { timeZone: "" }],
    ["validFrom", { validFrom: "2026-01-01" }],
    ["validUntil", { validUntil: "2026-12-31" }],
    ["kind", { kind: "pause" }],
  ])("%s of %j", (path, more) => {
    expect(readCalendarTimes(entry(weekly, more))).toEqual({ fault: expect.stringMatching(new RegExp(`^${path} `)) });
  });

  it("and of what is no entry at all", () => {
    expect(readCalendarTimes(null)).toEqual({ fault: expect.stringMatching(/./) });
  });
});

const literal = (text: string) => text.replace(/[.[\]]/g, "\\$&");

describe("a rule reads as one sentence", () => {
  it.each([
    ["Every Friday 12:00 to Monday 08:00, Europe/Berlin", { ...weekly, plusDays: 3 }],
    ["Every Friday 12:00 to Saturday 08:00, Europe/Berlin", weekly],
    ["Every Friday 08:00 to 18:00, Europe/Berlin", { ...weekly, from: "08:00", to: "18:00" }],
    ["Every Friday all day, Europe/Berlin", { ...weekly, from: "00:00", to: "00:00" }],
    [
      "Every Saturday and Sunday all day, Europe/Berlin",
      { ...weekly, days: ["sun", "sat"], from: "00:00", to: "00:00" },
    ],
    [
      "Every Monday to Thursday 08:00 to 18:00, Europe/Berlin",
      { ...weekly, days: ["mon", "tue", "wed", "thu"], from: "08:00", to: "18:00" },
    ],
    [
      "Every Monday, Wednesday and Friday 22:00 to 02:00 the next day, Europe/Berlin",
      { ...weekly, days: ["mon", "wed", "fri"], from: "22:00", to: "02:00" },
    ],
    [
      "Every day 22:00 to 06:00 the next day, Europe/Berlin",
      { ...weekly, days: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], from: "22:00", to: "06:00" },
    ],
    ["On day 15 of every month, all day, Europe/Berlin", monthly],
    [
      "On the last day of every month, 12:00 to 08:00 2 days later, Europe/Berlin",
      { ...monthly, day: "last", from: "12:00", to: "08:00", plusDays: 2 },
    ],
    ["On the second Tuesday of every month, 18:00 to 22:00, Europe/Berlin", nth],
    ["On the last Tuesday of every month, 18:00 to 22:00, Europe/Berlin", { ...nth, nth: "last" }],
    ["Every year from 20 December to 2 January, Europe/Berlin", yearly("12-20", "01-02")],
    ["Every year from 20 December 18:00 to 2 January 08:00, Europe/Berlin", yearly("12-20T18:00", "01-02T08:00")],
    [
      "Once, 20 December 2026 18:00 to 2 January 2027 08:00, Europe/Berlin",
      once("2026-12-20T18:00", "2027-01-02T08:00"),
    ],
  ])("%s", (sentence, rule) => {
    expect(ruleSentence(parseCalendarTimes(entry(rule)))).toBe(sentence);
  });
});
