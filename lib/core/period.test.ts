import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithin, periodOf, stretchesOf } from "./period";

const now = new Date("2026-11-20T15:30:00.000Z");

describe("a period", () => {
  it("of days ends now and is held against the days before", () => {
    const period = periodOf("30d", now);
    expect(period?.from.toISOString()).toBe("2026-10-21T15:30:00.000Z");
    expect(period?.until).toEqual(now);
    expect(period?.previous).toEqual({ from: new Date("2026-09-21T15:30:00.000Z"), until: period?.from });
  });

  it("of a quarter is held against the quarter before, over the turn of the year too", () => {
    const period = periodOf("2026-Q1", now);
    expect(period?.previous.from.toISOString()).toBe("2025-10-01T00:00:00.000Z");
    expect(period?.previous.until).toEqual(period?.from);
    expect(period?.until.toISOString()).toBe("2026-04-01T00:00:00.000Z");
  });

  it("holds its first millisecond and not its end", () => {
    const quarter = periodOf("2026-Q3", now) ?? { from: now, until: now };
    expect(isWithin(new Date("2026-07-01T00:00:00.000Z"), quarter)).toBe(true);
    expect(isWithin(new Date("2026-09-30T23:59:59.999Z"), quarter)).toBe(true);
    expect(isWithin(new Date("2026-10-01T00:00:00.000Z"), quarter)).toBe(false);
  });

  it.each(["31d", "d", "2026-Q5", "", "90"])("is not %j", (text) => expect(periodOf(text, now)).toBeNull());
});

describe("the stretches of a chart", () => {
  it("are weeks within a quarter and calendar months beyond", () => {
    const [quarter, year] = [periodOf("2026-Q3", now), periodOf("365d", now)];
    expect(quarter && stretchesOf(quarter).length).toBe(14);
    const starts = year ? stretchesOf(year).map(({ from }) => from.toISOString().slice(0, 10)) : [];
    expect([starts.length, starts[0], starts[1], starts.at(-1)]).toEqual([
      13,
      "2025-11-20",
      "2025-12-01",
      "2026-11-01",
    ]);
  });

  it("cover the period without a gap or an overlap", () => {
    const instants = fc.date({ min: new Date("2020-01-01Z"), max: new Date("2030-01-01Z"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 800 * 86_400_000 }), (from, ms) => {
        const until = new Date(from.getTime() + ms);
        const stretches = stretchesOf({ from, until });
        expect(stretches[0]?.from).toEqual(from);
        expect(stretches.at(-1)?.until).toEqual(until);
        stretches.forEach((each, index) => {
          expect(each.until.getTime()).toBeGreaterThan(each.from.getTime());
          expect(stretches[index + 1]?.from ?? until).toEqual(each.until);
        });
      }),
    );
  });
});
