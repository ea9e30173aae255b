import { expect, it } from "vitest";
import { dayAfter, endOfDay } from "./last-day";

it("a waiver lasts until its last day's end, and never longer than what was asked", () => {
  expect(endOfDay("2026-03-31")).toBe("2026-03-31T23:59:59Z");
  expect(endOfDay("2026-03-30", "2026-03-31T10:00:00.000Z")).toBe("2026-03-30T23:59:59Z");
  expect(endOfDay("2026-03-31", "2026-03-31T10:00:00.000Z")).toBe("2026-03-31T10:00:00.000Z");
  expect(endOfDay("2026-03-31", "2026-03-31T23:59:59.500Z")).toBe("2026-03-31T23:59:59Z");
});

it("days are counted in UTC over the end of a month and the night when clocks change", () => {
  expect(dayAfter("2026-02-28T23:59:59Z", 1)).toBe("2026-03-01");
  expect(dayAfter("2026-03-28T23:30:00Z", 2)).toBe("2026-03-30");
});
