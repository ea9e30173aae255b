import { describe, expect, it } from "vitest";
import { sparklineGeometry } from "./sparkline-geometry";

const box = { width: 110, height: 30, padding: 5 };
const scale = { low: 0, high: 10 };

describe("the line of a trend", () => {
  it("breaks at a missing value instead of bridging it", () => {
    const { lines, gaps, lone } = sparklineGeometry([0, 10, null, 5, null, 5, 5], scale, box);
    expect(lines).toEqual(["M5 25L21.67 5", "M88.33 15L105 15"]);
    expect(lone).toEqual([{ x: 55, y: 15 }]);
    expect(gaps).toEqual([38.33, 71.67]);
  });

  it("keeps a value beyond the scale on its edge", () => {
    const { pointAt, yOf } = sparklineGeometry([-5, 50], scale, box);
    expect([pointAt(0)?.y, pointAt(1)?.y, yOf(10)]).toEqual([25, 5, 5]);
  });

  it("puts a single run, and a scale without height, in the middle", () => {
    expect(sparklineGeometry([3], { low: 3, high: 3 }, box).pointAt(0)).toEqual({ x: 55, y: 15 });
  });

  it("is empty, not broken, without values", () => {
    expect(sparklineGeometry([], scale, box)).toMatchObject({ lines: [], lone: [], gaps: [] });
    expect(sparklineGeometry([null], scale, box).pointAt(0)).toBeNull();
  });
});
