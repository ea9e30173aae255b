import { describe, expect, it } from "vitest";
import { reminderKey, reminderNumber, waitedDays } from "./reminder";

const since = new Date("2026-03-28T12:00:00Z");
const numberAt = (now: string) => reminderNumber(since, new Date(now));

describe("signatures are asked for again every 24 hours", () => {
  it.each([
    ["2026-03-28T12:00:00Z", 0],
    ["2026-03-29T11:59:59.999Z", 0],
    ["2026-03-29T12:00:00Z", 1],
    ["2026-03-30T11:59:59Z", 1],
    ["2026-03-30T12:00:00Z", 2],
    ["2026-04-01T12:00:00Z", 4],
    ["2026-03-27T12:00:00Z", 0],
  ])("at %s it is number %i", (now, number) => expect(numberAt(now)).toBe(number));

  it("a time that cannot be read is no reason to remind", () => {
    expect(reminderNumber(new Date(Number.NaN), since)).toBe(0);
  });

  it("each has a key of its own, and a new wait begins anew", () => {
    const keys = [
      reminderKey("a", since, 1),
      reminderKey("a", since, 2),
      reminderKey("b", since, 1),
      reminderKey("a", new Date(0), 1),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(waitedDays(1)).toBe("1 day");
    expect(waitedDays(2)).toBe("2 days");
  });
});
