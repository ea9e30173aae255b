import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayStart, dayStretches, partialDays } from "./stretches";

const instant = (min: string, max: string) =>
  fc.integer({ min: Date.parse(min), max: Date.parse(max) }).map((ms) => new Date(ms));

describe("stretches of a trend that is counted by days", () => {
  it("are the whole span without gap or overlap, and only its two ends can cut a day", () => {
    const from = instant("2024-01-01", "2025-01-01");
    const until = instant("2025-01-01", "2026-06-01");
    fc.assert(
      fc.property(from, until, (begin, end) => {
        const stretches = dayStretches({ from: begin, until: end });
        expect(stretches[0]?.from).toEqual(begin);
        expect(stretches.at(-1)?.until).toEqual(end);
        for (const [index, { from: start, until: stop }] of stretches.entries()) {
          expect(start.getTime()).toBeLessThan(stop.getTime());
          if (index === 0) continue;
          expect(start).toEqual(stretches[index - 1]?.until);
          expect(start).toEqual(dayStart(start));
        }
        expect(partialDays(stretches)).toEqual(partialDays([{ from: begin, until: end }]));
        expect(partialDays(stretches).length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("are thirteen weeks of 90 days, each from a midnight on but the first", () => {
    const until = new Date("2026-11-24T10:30:00Z");
    const stretches = dayStretches({ from: new Date("2026-08-26T10:30:00Z"), until });
    expect(stretches).toHaveLength(13);
    expect(stretches[1]?.from.toISOString()).toBe("2026-09-02T00:00:00.000Z");
    expect(partialDays(stretches)).toEqual(["2026-08-26", "2026-11-24"]);
  });

  it("are the span itself where nothing of it is over yet", () => {
    const midnight = new Date("2026-10-01T00:00:00Z");
    expect(dayStretches({ from: midnight, until: midnight })).toEqual([{ from: midnight, until: midnight }]);
  });

  it("cut no day where the period begins and ends at midnight", () => {
    const quarter = { from: new Date("2026-07-01T00:00:00Z"), until: new Date("2026-10-01T00:00:00Z") };
    expect(partialDays(dayStretches(quarter))).toEqual([]);
  });
});
