import { describe, expect, it } from "vitest";
import type { CalendarFact } from "@/lib/core/gate/facts";
import { nextRolloutWindow } from "./next-window";

const place = { service: "checkout", environment: "production" };
const entry = (more: Partial<CalendarFact>): CalendarFact => ({
  ...{ id: "1", kind: "window", name: "Office hours", reason: "", environment: null, service: null },
  ...{ timeZone: "Europe/Berlin", validFrom: "2025-01-01T00:00:00Z", validUntil: null, overridableBy: [] },
  rule: { repeats: "weekly", days: ["mon", "tue"], from: "09:00", to: "16:00" } as CalendarFact["rule"],
  ...more,
});
const freeze = entry({
  kind: "freeze",
  rule: { repeats: "once", start: "2025-10-27T00:00", end: "2025-10-28T00:00" } as CalendarFact["rule"],
});
const next = (at: string, ...calendars: CalendarFact[]) => nextRolloutWindow(calendars, place, new Date(at));

describe("the window of a draft is when the calendar next lets it out", () => {
  it("none is kept: the window stays empty", () => {
    expect(next("2025-10-24T12:00:00Z")).toBeNull();
    expect(next("2025-10-24T12:00:00Z", entry({ environment: "staging" }))).toBeNull();
  });
  it("the open one, else the next, on the wall clock of its zone across the change of clocks", () => {
    const monday = { start: "2025-10-27T08:00:00.000Z", end: "2025-10-27T15:00:00.000Z" };
    expect(next("2025-10-24T12:00:00Z", entry({}))).toEqual(monday);
    expect(next("2025-10-27T10:00:00Z", entry({}))).toEqual(monday);
    expect(next("2025-10-20T06:00:00Z", entry({}))).toEqual({
      ...{ start: "2025-10-20T07:00:00.000Z", end: "2025-10-20T14:00:00.000Z" },
    });
  });
  it("one that opens into a freeze is passed over", () => {
    expect(next("2025-10-24T12:00:00Z", entry({}), freeze)?.start).toBe("2025-10-28T08:00:00.000Z");
    expect(next("2025-10-24T12:00:00Z", entry({ validUntil: "2025-10-28T00:00:00Z" }), freeze)).toBeNull();
  });
});
