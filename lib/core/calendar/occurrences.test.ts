import { describe, expect, it } from "vitest";
import { type CalendarTimes, parseCalendarTimes } from "./entry";
import { isInForce, nextChange, nextOccurrence, occurrenceAt, occurrences } from "./occurrences";

const entry = (rule: unknown, more: Partial<CalendarTimes> = {}): CalendarTimes =>
  parseCalendarTimes({
    kind: "freeze",
    timeZone: "Europe/Berlin",
    rule,
    validFrom: "2020-01-01T00:00:00Z",
    validUntil: null,
    ...more,
  });
const told = (of: CalendarTimes, from: string, to: string) =>
  occurrences(of, new Date(from), new Date(to)).map(({ start, end }) => `${brief(start)} ${brief(end)}`);
const brief = (at: Date) => at.toISOString().slice(0, 16);
const allDay = { from: "00:00", to: "00:00" };

describe("when an entry is in force", () => {
  it.each([
    [
      "crosses midnight",
      { repeats: "weekly", days: ["wed"], from: "22:00", to: "06:00" },
      ["2026-06-10T20:00 2026-06-11T04:00"],
    ],
    [
      "lasts over a weekend",
      { repeats: "weekly", days: ["fri"], from: "12:00", to: "08:00", plusDays: 3 },
      ["2026-06-05T10:00 2026-06-08T06:00", "2026-06-12T10:00 2026-06-15T06:00"],
    ],
    [
      "is one where days touch",
      { repeats: "weekly", days: ["sat", "sun"], ...allDay },
      ["2026-06-05T22:00 2026-06-07T22:00", "2026-06-12T22:00 2026-06-14T22:00"],
    ],
    [
      "is the second Tuesday",
      { repeats: "monthly-weekday", nth: 2, weekday: "tue", from: "18:00", to: "22:00" },
      ["2026-06-09T16:00 2026-06-09T20:00"],
    ],
    [
      "happens once",
      { repeats: "once", start: "2026-06-09T08:00", end: "2026-06-20T08:00" },
      ["2026-06-09T06:00 2026-06-20T06:00"],
    ],
    ["is in another month", { repeats: "monthly-day", day: 20, ...allDay }, []],
  ])("%s", (_, rule, expected) => {
    expect(told(entry(rule), "2026-06-07T12:00:00Z", "2026-06-14T12:00:00Z")).toEqual(expected);
  });

  it("a day that a month lacks is its last one, in leap years too", () => {
    const on31 = entry({ repeats: "monthly-day", day: 31, ...allDay }, { timeZone: "UTC" });
    const last = entry({ repeats: "monthly-day", day: "last", ...allDay }, { timeZone: "UTC" });
    const expected = [
      "2028-01-31T00:00 2028-02-01T00:00",
      "2028-02-29T00:00 2028-03-01T00:00",
      "2028-03-31T00:00 2028-04-01T00:00",
      "2028-04-30T00:00 2028-05-01T00:00",
    ];
    for (const each of [on31, last])
      expect(told(each, "2028-01-15T00:00:00Z", "2028-05-15T00:00:00Z")).toEqual(expected);
    const leapDay = entry({ repeats: "yearly", from: "02-29", to: "02-29" }, { timeZone: "UTC" });
    expect(told(leapDay, "2027-01-01T00:00:00Z", "2028-12-31T00:00:00Z")).toEqual([
      "2027-02-28T00:00 2027-03-01T00:00",
      "2028-02-29T00:00 2028-03-01T00:00",
    ]);
  });

  it("the last weekday of a month is the fourth or the fifth one", () => {
    const last = entry({ repeats: "monthly-weekday", nth: "last", weekday: "fri", ...allDay }, { timeZone: "UTC" });
    expect(told(last, "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z")).toEqual([
      "2026-01-30T00:00 2026-01-31T00:00",
      "2026-02-27T00:00 2026-02-28T00:00",
    ]);
  });

  it("a yearly one crosses the new year, and a day without a time lasts to its end", () => {
    const endOfYear = entry({ repeats: "yearly", from: "12-20", to: "01-02" });
    expect(told(endOfYear, "2026-06-01T00:00:00Z", "2028-01-01T00:00:00Z")).toEqual([
      "2026-12-19T23:00 2027-01-02T23:00",
      "2027-12-19T23:00 2028-01-02T23:00",
    ]);
    expect(isInForce(endOfYear, new Date("2027-01-02T22:59:59Z"))).toBe(true);
    expect(isInForce(endOfYear, new Date("2027-01-02T23:00:00Z"))).toBe(false);
  });
});

describe("where the wall clock jumps", () => {
  const nightly = (kind: "freeze" | "window", from: string, to: string, timeZone = "Europe/Berlin") =>
    entry({ repeats: "weekly", days: ["sun"], from, to }, { kind, timeZone });

  it("a time that is left out is the first moment after it", () => {
    const [spring, day] = ["2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"];
    for (const kind of ["freeze", "window"] as const) {
      expect(told(nightly(kind, "02:30", "05:00"), spring, day)).toEqual(["2026-03-29T01:00 2026-03-29T03:00"]);
      expect(told(nightly(kind, "00:30", "02:30"), spring, day)).toEqual(["2026-03-28T23:30 2026-03-29T01:00"]);
      expect(told(nightly(kind, "02:10", "02:40"), spring, day)).toEqual([]);
    }
  });

  it("of a time that comes twice, a freeze takes all and a window the least", () => {
    const [autumn, day] = ["2026-10-25T00:00:00Z", "2026-10-25T12:00:00Z"];
    expect(told(nightly("freeze", "02:15", "02:45"), autumn, day)).toEqual(["2026-10-25T00:15 2026-10-25T01:45"]);
    expect(told(nightly("window", "02:15", "02:45"), autumn, day)).toEqual([]);
    expect(told(nightly("window", "02:15", "05:00"), autumn, day)).toEqual(["2026-10-25T01:15 2026-10-25T04:00"]);
    expect(told(nightly("window", "00:15", "02:45"), autumn, day)).toEqual(["2026-10-24T22:15 2026-10-25T00:45"]);
  });

  it("half an hour does as well", () => {
    const lordHowe = nightly("freeze", "01:45", "03:00", "Australia/Lord_Howe");
    expect(told(lordHowe, "2026-04-04T00:00:00Z", "2026-04-05T00:00:00Z")).toEqual([
      "2026-04-04T14:45 2026-04-04T16:30",
    ]);
  });
});

describe("validity", () => {
  const valid = { validFrom: "2026-06-05T12:00:00Z", validUntil: "2026-06-13T00:00:00Z", timeZone: "UTC" };
  const weekend = entry({ repeats: "weekly", days: ["fri"], from: "06:00", to: "08:00", plusDays: 3 }, valid);

  it("cuts off what lies before and after it", () => {
    expect(told(weekend, "2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z")).toEqual([
      "2026-06-05T12:00 2026-06-08T08:00",
      "2026-06-12T06:00 2026-06-13T00:00",
    ]);
    expect(isInForce(weekend, new Date("2026-06-05T11:59:59Z"))).toBe(false);
    expect(isInForce(weekend, new Date("2026-06-05T12:00:00Z"))).toBe(true);
  });

  it("ends all changes", () => {
    const changes = [];
    for (let at: Date | null = new Date("2026-01-01T00:00:00Z"); at; at = nextChange(weekend, at))
      changes.push(brief(at));
    expect(changes.slice(1)).toEqual(["2026-06-05T12:00", "2026-06-08T08:00", "2026-06-12T06:00", "2026-06-13T00:00"]);
  });

  it("of an entry that was ended before it began is none", () => {
    const never = entry(weekend.rule, { ...valid, validUntil: "2026-06-01T00:00:00Z" });
    expect(told(never, "2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z")).toEqual([]);
    expect(nextChange(never, new Date("2026-05-01T00:00:00Z"))).toBeNull();
  });

  it("may lie years ahead", () => {
    const later = entry(
      { repeats: "weekly", days: ["mon"], from: "06:00", to: "08:00" },
      { validFrom: "2046-01-01T00:00:00Z", timeZone: "UTC" },
    );
    expect(nextOccurrence(later, new Date("2026-01-01T00:00:00Z"))?.start.toISOString()).toBe(
      "2046-01-01T06:00:00.000Z",
    );
    const once = entry({ repeats: "once", start: "2046-01-01T00:00", end: "2046-01-02T00:00" }, { timeZone: "UTC" });
    expect(nextChange(once, new Date("2026-01-01T00:00:00Z"))?.toISOString()).toBe("2046-01-01T00:00:00.000Z");
    expect(nextChange(once, new Date("2046-01-02T00:00:00Z"))).toBeNull();
    expect(occurrenceAt(once, new Date("2046-01-02T00:00:00Z"))).toBeNull();
  });
});
