import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ChartMark } from "./chart-model";
import { barsOf, gapsOf, heightOf, isMarked, linesOf, placeMarks } from "./plot";

const scale = { low: 0, high: 10 };
const stretches = ["01", "08", "15"].map((day, at, days) => ({
  from: `2026-10-${day}T00:00:00.000Z`,
  until: `2026-10-${days[at + 1] ?? "29"}T00:00:00.000Z`,
}));
const seriesOf = (...all: (number | null)[][]) => all.map((values, at) => ({ id: `${at}`, label: `${at}`, values }));

describe("the places of values", () => {
  it("breaks a line at a gap instead of bridging it, and shows a value that stands alone", () => {
    const lines = linesOf([0, 10, null, 5], scale);
    expect(lines.map((line) => line.map(({ index, y }) => [index, y]))).toEqual([
      [
        [0, 1],
        [1, 0],
      ],
      [[3, 0.5]],
    ]);
    expect(lines.map((line) => isMarked(line, 365))).toEqual([false, true]);
    expect(lines.map((line) => isMarked(line, 13))).toEqual([true, true]);
  });

  it("keeps a value beyond the scale on its edge, and a flat scale from dividing by nothing", () => {
    expect([heightOf(-5, scale), heightOf(50, scale), heightOf(3, { low: 3, high: 3 })]).toEqual([1, 0, 1]);
  });

  it("stacks bars from the floor up, and draws none for a gap or a zero", () => {
    const bars = barsOf({ stretches, series: seriesOf([1, null, 0], [1, 4, 0]) }, { low: 0, high: 4 });
    expect(bars.map((own) => own.map(({ index, y, height }) => [index, y, height]))).toEqual([
      [[0, 0.75, 0.25]],
      [
        [0, 0.5, 0.25],
        [1, 0, 1],
      ],
    ]);
  });

  it("no bar leaves the drawing or touches another, whatever the values", () => {
    const values = fc.array(fc.option(fc.nat(1000)), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(values, { maxLength: 8 }), (all) => {
        const bars = barsOf({ stretches, series: seriesOf(...all) }, { low: 0, high: 8000 }).flat();
        for (const { index, x, width, y, height } of bars) {
          expect(x > index / 3 && x + width < (index + 1) / 3).toBe(true);
          expect(y >= 0 && y + height <= 1 + 1e-9).toBe(true);
        }
      }),
    );
  });

  it("tells a gap from a zero", () => {
    expect(gapsOf({ stretches, series: seriesOf([1, null, 0], [null, null, null]) })).toEqual([1]);
  });
});

describe("marks", () => {
  const markAt = (at: string): ChartMark => ({ at, kind: "release", label: "1.0", href: "/releases/1" });

  it("stand at their time within the stretches, also where these are of different lengths", () => {
    const given = ["2026-10-22T00:00:00Z", "2026-10-01T00:00:00Z", "2026-10-11T12:00:00Z"].map(markAt);
    expect(placeMarks(given, stretches).map(({ index, x }) => [index, x])).toEqual([
      [0, 0],
      [1, 0.5],
      [2, 2.5 / 3],
    ]);
  });

  it("outside the stretches are left out: the end belongs to what follows", () => {
    expect(placeMarks(["2026-09-30T23:59:59Z", "2026-10-29T00:00:00Z"].map(markAt), stretches)).toEqual([]);
  });
});
