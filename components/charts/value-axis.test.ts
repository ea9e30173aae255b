import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChartUnit } from "./chart-model";
import { valueAxis } from "./value-axis";

const seriesOf = (...values: (number | null)[]) => [{ id: "a", label: "A", values }];
const texts = (axis: ReturnType<typeof valueAxis>) => axis.ticks.map(({ text }) => text);

describe("the axis of values", () => {
  it.each<[ChartUnit, (number | null)[], string[]]>([
    ["count", [1, 3, null], ["0", "1", "2", "3"]],
    ["count", [7_321], ["0", "2,000", "4,000", "6,000", "8,000"]],
    ["share", [0.857], ["0%", "20%", "40%", "60%", "80%", "100%"]],
    ["share", [0.021], ["0%", "0.5%", "1%", "1.5%", "2%", "2.5%"]],
    ["ms", [4 * 3_600_000 + 1], ["0", "1 h", "2 h", "3 h", "4 h", "5 h"]],
    ["seconds", [312.5], ["0", "2 min", "4 min", "6 min"]],
    ["per-day", [0.43], ["0", "0.1", "0.2", "0.3", "0.4", "0.5"]],
    ["count", [null], ["0", "1"]],
    ["share", [0], ["0%", "20%", "40%", "60%", "80%", "100%"]],
  ])("has round ticks in its unit: %s of %j", (unit, values, expected) => {
    expect(texts(valueAxis({ unit, series: seriesOf(...values) }))).toEqual(expected);
  });

  it("reaches up to the limit, and to the whole of stacked bars", () => {
    expect(valueAxis({ unit: "share", series: seriesOf(0.02), limit: { value: 0.1, label: "10%" } }).high).toBe(0.1);
    const series = [...seriesOf(3), { id: "b", label: "B", values: [4] }];
    expect(valueAxis({ unit: "count", kind: "bars", series }).high).toBe(8);
    expect(valueAxis({ unit: "count", kind: "line", series }).high).toBe(4);
  });

  it("is exactly what the caller set, so that several charts can share it", () => {
    const axis = valueAxis({ unit: "share", series: seriesOf(0.3), scale: { low: 0.9, high: 1 } });
    expect([axis.low, axis.high, ...texts(axis)]).toEqual([0.9, 1, "90%", "92%", "94%", "96%", "98%", "100%"]);
  });

  it("holds every value between few ticks, whatever the values", () => {
    const units = fc.constantFrom<ChartUnit>("count", "share", "ms", "seconds", "per-day");
    const values = fc.array(fc.option(fc.double({ min: 0, max: 1e12, noNaN: true })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(units, values, (unit, given) => {
        const { low, high, ticks } = valueAxis({ unit, series: seriesOf(...given) });
        for (const value of given) expect((value ?? 0) <= high * (1 + 1e-9) && (value ?? 0) >= low).toBe(true);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
