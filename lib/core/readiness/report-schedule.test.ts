import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueReportSlot, latestReportSlot, nextReportSlot, reportKey, type ScheduleState } from "./report-schedule";

const at = (text: string) => new Date(text);
const berlin = { weekday: 1, hour: 8, timeZone: "Europe/Berlin" };

describe("the slot of the weekly report", () => {
  it.each([
    ["before the clocks go forward", "2026-03-28T12:00:00Z", "2026-03-23T07:00:00.000Z", "2026-03-30T06:00:00.000Z"],
    ["after they went back", "2026-10-26T12:00:00Z", "2026-10-26T07:00:00.000Z", "2026-11-02T07:00:00.000Z"],
    ["at the slot itself", "2026-11-16T07:00:00Z", "2026-11-16T07:00:00.000Z", "2026-11-23T07:00:00.000Z"],
    ["a millisecond before", "2026-11-16T06:59:59.999Z", "2026-11-09T07:00:00.000Z", "2026-11-16T07:00:00.000Z"],
  ])("keeps its local hour %s", (_, now, latest, next) => {
    expect(latestReportSlot(berlin, at(now)).toISOString()).toBe(latest);
    expect(nextReportSlot(berlin, at(now)).toISOString()).toBe(next);
  });

  it("of an hour that is skipped is the one after it, of one that comes twice the first", () => {
    const sunday = { weekday: 7, hour: 2, timeZone: "Europe/Berlin" };
    expect(latestReportSlot(sunday, at("2026-03-29T12:00:00Z")).toISOString()).toBe("2026-03-29T01:00:00.000Z");
    expect(latestReportSlot(sunday, at("2026-10-25T12:00:00Z")).toISOString()).toBe("2026-10-25T00:00:00.000Z");
  });

  it("comes once in every week, in any zone", () => {
    const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe");
    const instants = fc.date({ min: at("2024-01-01Z"), max: at("2030-01-01Z"), noInvalidDate: true });
    const schedules = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), hour: fc.integer({ min: 0, max: 23 }) });
    fc.assert(
      fc.property(zones, instants, schedules, (timeZone, now, schedule) => {
        const latest = latestReportSlot({ ...schedule, timeZone }, now);
        const next = nextReportSlot({ ...schedule, timeZone }, now);
        expect(latest <= now && now < next).toBe(true);
        expect(Math.abs(next.getTime() - latest.getTime() - 7 * 86_400_000)).toBeLessThanOrEqual(3_600_000);
        expect(latestReportSlot({ ...schedule, timeZone }, next)).toEqual(next);
      }),
    );
  });
});

describe("a weekly report is due", () => {
  const monday = at("2026-11-16T07:00:00.000Z");
  const state: ScheduleState = { ...berlin, enabled: true, changedAt: at("2026-11-01Z"), sentFor: null };

  it("from its slot on until it was sent, and then not before the next", () => {
    expect(dueReportSlot(state, at("2026-11-18T12:00:00Z"))).toEqual(monday);
    const sent = { ...state, sentFor: monday };
    expect(dueReportSlot(sent, at("2026-11-22T23:00:00Z"))).toBeNull();
    expect(dueReportSlot(sent, at("2026-11-23T07:00:00Z"))).toEqual(at("2026-11-23T07:00:00.000Z"));
  });

  it("neither while it is off nor for a slot before the schedule was changed", () => {
    expect(dueReportSlot({ ...state, enabled: false }, at("2026-11-18T12:00:00Z"))).toBeNull();
    expect(dueReportSlot({ ...state, changedAt: at("2026-11-17T09:00:00Z") }, at("2026-11-18T12:00:00Z"))).toBeNull();
  });

  it("of the week that was over at its slot", () => {
    expect(reportKey(monday)).toBe("weekly-report:2026-W46");
    expect(reportKey(at("2026-11-20T07:00:00Z"))).toBe("weekly-report:2026-W46");
  });
});
