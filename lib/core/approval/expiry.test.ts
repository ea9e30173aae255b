import { describe, expect, it } from "vitest";
import { warningDue } from "./expiry";

// Clocks in Europe go back in the night to 25 October 2026: that day has 25 hours there.
const END = new Date("2026-10-25T23:00:00Z");
const early = (ms: number) => new Date(END.getTime() - ms);
const DAY = 86_400_000;

describe("warningDue", () => {
  it.each([
    ["more than a week before", early(7 * DAY + 1), null],
    ["a week before", early(7 * DAY), 7],
    ["a millisecond more than a day before", early(DAY + 1), 7],
    ["a day of 24 hours before, though the clocks change", early(DAY), 1],
    ["a millisecond before", early(1), 1],
    ["when it has ended", END, null],
  ])("%s", (_, at, days) => {
    expect(warningDue(END, at)).toBe(days);
  });
});
