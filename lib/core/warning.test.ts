import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueWarning } from "./warning";

const DAY = 86_400_000;
const until = new Date("2026-04-01T00:30:00Z");
const before = (ms: number) => new Date(until.getTime() - ms);
const warned = (lifeMs: number, leftMs: number) => dueWarning({ from: before(lifeMs), until }, before(leftMs));

describe("the warning before an end", () => {
  it.each([
    ["a millisecond before its seven days there is none yet", 30 * DAY, 7 * DAY + 1, null],
    ["exactly seven days before, the first", 30 * DAY, 7 * DAY, 7],
    ["a millisecond before the last day, still the first", 30 * DAY, DAY + 1, 7],
    ["exactly one day before, the second and no more the first", 30 * DAY, DAY, 1],
    ["a millisecond before the end, the second", 30 * DAY, 1, 1],
    ["at the end there is nothing to warn of", 30 * DAY, 0, null],
    ["nor after it", 30 * DAY, -DAY, null],
    ["what lasts exactly seven days has both", 7 * DAY, 7 * DAY, 7],
    ["what lasts less has the second alone", 7 * DAY - 1, 3 * DAY, null],
    ["and that one in time", 7 * DAY - 1, DAY, 1],
    ["what lasts exactly a day is warned of at once", DAY, DAY, 1],
    ["what lasts less than a day has none", DAY - 1, 1, null],
  ])("%s", (_, lifeMs, leftMs, expected) => {
    expect(warned(lifeMs, leftMs)).toBe(expected);
  });

  it("counts days as durations: a night when the clocks change moves nothing", () => {
    // Summer time begins in Europe on 29 March 2026: its local days are 23 hours long.
    const from = new Date("2026-03-01T00:00:00Z");
    expect(dueWarning({ from, until }, new Date("2026-03-25T00:30:00Z"))).toBe(7);
    expect(dueWarning({ from, until }, new Date("2026-03-25T00:29:59Z"))).toBeNull();
  });

  it("never goes back to an earlier warning as time passes, and gives none when a time cannot be read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * DAY }), fc.nat(40 * DAY), fc.nat(40 * DAY), (life, one, other) => {
        const [earlier, later] = [Math.max(one, other), Math.min(one, other)];
        const rank = (left: number) => [null, 7, 1].indexOf(warned(life, left));
        if (later > 0) expect(rank(later)).toBeGreaterThanOrEqual(rank(earlier));
      }),
    );
    expect(dueWarning({ from: before(30 * DAY), until: new Date(Number.NaN) }, until)).toBeNull();
  });
});
