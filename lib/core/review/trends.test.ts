import { describe, expect, it } from "vitest";
import { TREND_KEYS } from "./model";
import { reviewReminder } from "./reminder";
import { type QuarterNumbers, shareInTime, trendsOf } from "./trends";

const quiet: QuarterNumbers = {
  ...{ incidents: 0, timeToAcknowledge: null, timeToResolve: null },
  changeFailures: { releases: 0, failed: 0, rate: null },
  ...{ postmortemsInTime: null, itemsInTime: null, rehearsalsPassed: null, waiversGranted: 0 },
};

describe("trends", () => {
  it("put every number beside that of the quarter before, and tell no data from 0", () => {
    const busy: QuarterNumbers = {
      ...{ incidents: 3, timeToAcknowledge: { ms: 1000.4, of: 3 }, timeToResolve: { ms: 60_000, of: 2 } },
      changeFailures: { releases: 4, failed: 1, rate: 0.25 },
      ...{ postmortemsInTime: 0.5, itemsInTime: 0, rehearsalsPassed: 1, waiversGranted: 2 },
    };
    const trends = trendsOf(busy, quiet);
    expect(trends.map(({ key }) => key)).toEqual(TREND_KEYS);
    expect(trends.map(({ value }) => value)).toEqual([3, 1000, 60_000, 0.25, 0.5, 0, 1, 2]);
    expect(trends.map(({ previous }) => previous)).toEqual([0, null, null, null, null, null, null, 0]);
  });
});

describe("the share of deadlines that were kept", () => {
  const dueAt = new Date("2026-08-01T00:00:00Z");
  const kept = { dueAt, doneAt: dueAt };
  it.each([
    ["none was due", [], null],
    ["done at the very deadline", [kept], 1],
    ["done a millisecond later", [{ dueAt, doneAt: new Date(dueAt.getTime() + 1) }], 0],
    ["one of two was never done", [kept, { dueAt, doneAt: null }], 0.5],
  ])("%s", (_, deadlines, share) => {
    expect(shareInTime(deadlines)).toBe(share);
  });
});

describe("the reminder of an open review", () => {
  const end = Date.parse("2026-10-01T00:00:00Z");
  const WEEK = 7 * 86_400_000;
  it.each([
    ["before the quarter's end", end - 1, null],
    ["at its end", end, 0],
    ["a millisecond before a week has passed", end + WEEK - 1, 0],
    ["after a week", end + WEEK, 1],
    ["after thirteen weeks", end + 14 * WEEK - 1, 13],
    ["later", end + 14 * WEEK, null],
    ["at a time that cannot be read", Number.NaN, null],
  ])("%s", (_, now, week) => {
    expect(reviewReminder({ year: 2026, quarter: 3 }, new Date(now))).toBe(week);
  });
});
