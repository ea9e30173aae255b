import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodOf } from "./period";
import { lastWholeWeek, nextWeek, parseWeek, previousWeek, weekEnd, weekOf, weekStart, weekText } from "./week";

const at = (text: string) => new Date(text);
const instants = fc.date({ min: at("2001-01-01Z"), max: at("2900-01-01Z"), noInvalidDate: true });

describe("an ISO week", () => {
  it.each([
    ["2026-11-16T00:00:00.000Z", "2026-W47"],
    ["2026-11-22T23:59:59.999Z", "2026-W47"],
    ["2026-11-23T00:00:00.000Z", "2026-W48"],
    // Days that belong to the year of their Thursday.
    ["2027-01-03T12:00:00.000Z", "2026-W53"],
    ["2027-01-04T00:00:00.000Z", "2027-W01"],
    ["2024-12-30T00:00:00.000Z", "2025-W01"],
    ["2023-01-01T00:00:00.000Z", "2022-W52"],
  ])("%s lies in %s", (instant, week) => expect(weekText(weekOf(at(instant)))).toBe(week));

  it("begins on a Monday in UTC and holds exactly its own seven days", () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const week = weekOf(instant);
        const [from, until] = [weekStart(week), weekEnd(week)];
        expect(from.getUTCDay()).toBe(1);
        expect(until.getTime() - from.getTime()).toBe(7 * 86_400_000);
        expect(from <= instant && instant < until).toBe(true);
        expect(parseWeek(weekText(week))).toEqual(week);
        expect(nextWeek(previousWeek(week))).toEqual(week);
      }),
    );
  });

  it.each(["2026-W54", "2025-W53", "2026-W00", "2026-W7", "2026-47", "1999-W01", ""])("is not %j", (text) => {
    expect(parseWeek(text)).toBeNull();
    expect(periodOf(text, at("2026-11-20Z"))).toBeNull();
  });

  it("is over only when its Sunday is", () => {
    expect(weekText(lastWholeWeek(at("2026-11-22T23:59:59.999Z")))).toBe("2026-W46");
    expect(weekText(lastWholeWeek(at("2026-11-23T00:00:00.000Z")))).toBe("2026-W47");
  });

  it("is a period that is held against the week before, over the turn of the year too", () => {
    const period = periodOf("2027-W01", at("2027-06-01Z"));
    expect(period?.from.toISOString()).toBe("2027-01-04T00:00:00.000Z");
    expect(period?.previous).toEqual({ from: at("2026-12-28T00:00:00.000Z"), until: period?.from });
  });
});
