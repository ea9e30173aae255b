import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONFIDENCE_LEVELS, type ConfidenceLevel, wilsonInterval } from "./wilson";

const level = fc.constantFrom(...CONFIDENCE_LEVELS);
const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
const widthOf = (successes: number, trials: number, confidence?: ConfidenceLevel) => {
  const interval = wilsonInterval(successes, trials, confidence);
  return interval ? interval.high - interval.low : Number.NaN;
};

describe("wilsonInterval", () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("gives the published interval of %i out of %i", (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  // All or nothing has a closed form: z² / (n + z²).
  it.each([
    [0.9, 2.705543454095404],
    [0.95, 3.841458820694124],
    [0.99, 6.634896601021213],
  ] as const)("uses the quantile of the level %d", (confidence, chiSquare) => {
    expect(wilsonInterval(0, 10, confidence)?.high).toBeCloseTo(chiSquare / (10 + chiSquare), 12);
    expect(wilsonInterval(10, 10, confidence)?.low).toBeCloseTo(10 / (10 + chiSquare), 12);
  });

  it("knows nothing from no trials", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it.each([
    [-1, 10],
    [11, 10],
    [1.5, 10],
    [1, Number.NaN],
    [1, Number.POSITIVE_INFINITY],
    [0, -1],
  ])("refuses %d out of %d", (successes, trials) => {
    expect(() => wilsonInterval(successes, trials)).toThrow(RangeError);
  });

  it("refuses a level that it has no quantile for", () => {
    expect(() => wilsonInterval(1, 2, 0.5 as ConfidenceLevel)).toThrow(RangeError);
  });

  it("contains the measured rate, and stays within 0 and 1", () => {
    fc.assert(
      fc.property(counts, level, ([successes, trials], confidence) => {
        const { low, high } = wilsonInterval(successes, trials, confidence) ?? { low: Number.NaN, high: Number.NaN };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / trials);
        expect(high).toBeGreaterThanOrEqual(successes / trials);
      }),
    );
  });

  it("narrows with more trials of the same rate, and widens with the confidence asked for", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 50 }), ([successes, trials], times) => {
        expect(widthOf(successes * times, trials * times)).toBeLessThan(widthOf(successes, trials));
        expect(widthOf(successes, trials, 0.9)).toBeLessThan(widthOf(successes, trials, 0.95));
        expect(widthOf(successes, trials, 0.95)).toBeLessThan(widthOf(successes, trials, 0.99));
      }),
    );
  });

  it("is the same seen from the other side", () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const one = wilsonInterval(successes, trials);
        const other = wilsonInterval(trials - successes, trials);
        expect(one?.low).toBeCloseTo(1 - (other?.high ?? Number.NaN), 12);
      }),
    );
  });
});
