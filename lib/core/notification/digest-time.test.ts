import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTimeZone, latestDigestSlot, localTime } from "./digest-time";

const slot = (timeZone: string, digestHour: number, now: string) => {
  const { day, at } = latestDigestSlot({ timeZone, digestHour }, new Date(now));
  return [day, at.toISOString()];
};

describe("the digest of a day is due at the person's hour of that day", () => {
  const table: [string, string, number, string, string, string][] = [
    ["a moment before the hour", "UTC", 8, "2026-03-10T07:59:59.999Z", "2026-03-09", "2026-03-09T08:00:00.000Z"],
    ["at the hour", "UTC", 8, "2026-03-10T08:00:00Z", "2026-03-10", "2026-03-10T08:00:00.000Z"],
    ["first of a month, before", "UTC", 8, "2026-03-01T00:00:00Z", "2026-02-28", "2026-02-28T08:00:00.000Z"],
    ["a leap day", "UTC", 0, "2028-02-29T23:59:00Z", "2028-02-29", "2028-02-29T00:00:00.000Z"],
    ["new year, east of UTC", "Pacific/Auckland", 8, "2025-12-31T19:00:00Z", "2026-01-01", "2025-12-31T19:00:00.000Z"],
    [
      "new year, west of UTC",
      "America/Los_Angeles",
      20,
      "2026-01-01T04:00:00Z",
      "2025-12-31",
      "2026-01-01T04:00:00.000Z",
    ],
    ["a zone of half hours", "Asia/Kolkata", 9, "2026-06-30T03:30:00Z", "2026-06-30", "2026-06-30T03:30:00.000Z"],
    ["winter time", "Europe/Berlin", 8, "2026-03-28T07:00:00Z", "2026-03-28", "2026-03-28T07:00:00.000Z"],
    ["summer time", "Europe/Berlin", 8, "2026-03-29T06:00:00Z", "2026-03-29", "2026-03-29T06:00:00.000Z"],
    ["an hour that is skipped", "Europe/Berlin", 2, "2026-03-29T01:00:00Z", "2026-03-29", "2026-03-29T01:00:00.000Z"],
    ["just before it", "Europe/Berlin", 2, "2026-03-29T00:59:59Z", "2026-03-28", "2026-03-28T01:00:00.000Z"],
    ["an hour that comes twice", "Europe/Berlin", 2, "2026-10-25T00:00:00Z", "2026-10-25", "2026-10-25T00:00:00.000Z"],
    ["its second time", "Europe/Berlin", 2, "2026-10-25T01:30:00Z", "2026-10-25", "2026-10-25T00:00:00.000Z"],
    [
      "midnight that is skipped",
      "America/Santiago",
      0,
      "2026-09-06T04:00:00Z",
      "2026-09-06",
      "2026-09-06T04:00:00.000Z",
    ],
  ];
  it.each(table)("%s (%s, %i o'clock, %s)", (_, timeZone, hour, now, day, at) => {
    expect(slot(timeZone, hour, now)).toEqual([day, at]);
  });

  const ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Tokyo", "UTC"];
  it("exactly once a day through a whole year, in every zone and at every hour", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 23 }), (timeZone, digestHour) => {
        const days: string[] = [];
        let early = 0;
        for (let ms = Date.parse("2026-01-02T00:00:00Z"); ms < Date.parse("2027-01-02T00:00:00Z"); ms += 10_800_000) {
          const { day, at } = latestDigestSlot({ timeZone, digestHour }, new Date(ms));
          if (at.getTime() > ms) early += 1;
          if (days.at(-1) !== day) days.push(day);
        }
        const begin = Date.parse(`${days[0]}T00:00:00Z`);
        const calendar = days.map((_, index) => new Date(begin + index * 86_400_000).toISOString().slice(0, 10));
        expect(days).toEqual(calendar);
        expect(early).toBe(0);
        expect(days.length).toBeGreaterThanOrEqual(365);
      }),
      { numRuns: 6 },
    );
  });
});

it("a time zone is a name that knows its summers, and nothing else", () => {
  expect(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires"].map(isTimeZone)).toEqual([true, true, true]);
  expect(["", "+02:00", "Mars/Olympus", "Europe/Berlin\n", "2026"].map(isTimeZone)).toEqual(Array(5).fill(false));
});

it("times of a digest are the reader's", () => {
  expect(localTime(new Date("2026-03-29T00:30:00Z"), "Europe/Berlin")).toBe("29 Mar, 01:30");
  expect(localTime(new Date("2026-03-29T01:30:00Z"), "Europe/Berlin")).toBe("29 Mar, 03:30");
  expect(localTime(new Date("2025-12-31T23:05:00Z"), "Asia/Tokyo")).toBe("1 Jan, 08:05");
});
