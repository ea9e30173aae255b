import fc from "fast-check";
import { expect, it } from "vitest";
import { barsOf, highestOf } from "./bar-geometry";

const box = { width: 100, height: 50 };

it("the tallest bar fills the height, and a gap stays a gap", () => {
  const columns = [[1, 1], [null, 4], [null]];
  const bars = barsOf(columns, highestOf(columns), box);
  expect(bars.map(({ segments }) => segments)).toEqual([
    [
      { index: 0, y: 37.5, height: 12.5 },
      { index: 1, y: 25, height: 12.5 },
    ],
    [{ index: 1, y: 0, height: 50 }],
    [],
  ]);
  expect(barsOf([[0], [null]], highestOf([[0], [null]]), box).flatMap(({ segments }) => segments)).toEqual([]);
});

it("no bar leaves the box or touches another, whatever the values", () => {
  const columns = fc.array(fc.array(fc.option(fc.nat(1000)), { maxLength: 3 }), { maxLength: 60 });
  fc.assert(
    fc.property(columns, (values) => {
      const bars = barsOf(values, highestOf(values), box);
      bars.forEach(({ x, width, segments }, index) => {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(bars[index + 1]?.x ?? box.width + 0.01);
        for (const { y } of segments) expect(y).toBeGreaterThanOrEqual(-0.01);
      });
    }),
  );
});
