import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LatencyCounts, nearestRank } from "./percentile";

const counted = (samples: readonly number[]) => {
  const counts = new LatencyCounts();
  for (const sample of samples) counts.add(sample);
  return counts;
};

describe("nearest rank", () => {
  it.each([
    [50, 35],
    [95, 50],
    [30, 20],
    [40, 20],
    [100, 50],
  ])("%i%% of 15, 20, 35, 40, 50", (percent, expected) => {
    expect(nearestRank([15, 20, 35, 40, 50], percent)).toBe(expected);
  });

  it("knows nothing without samples", () => {
    expect(nearestRank([], 95)).toBeNull();
    expect(counted([]).percentiles([50])).toEqual([]);
  });
});

describe("counts of latencies", () => {
  it("give what sorting gives for times in tenths of a millisecond", () => {
    const times = fc.array(fc.integer({ min: 0, max: 999_999 }), { minLength: 1 });
    fc.assert(
      fc.property(times, (ticks) => {
        const samples = ticks.map((tick) => Number((tick / 10_000).toFixed(4)) * 1000);
        const sorted = ticks.map((tick) => tick / 10).sort((one, other) => one - other);
        const expected = [50, 95, 99].map((percent) => nearestRank(sorted, percent));
        expect(counted(samples).percentiles([50, 95, 99])).toEqual(expected);
      }),
    );
  });

  it("never give less than was measured", () => {
    const times = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(times, (samples) => {
        const sorted = [...samples].sort((one, other) => one - other);
        const [found] = counted(samples).percentiles([95]);
        expect(found).toBeGreaterThanOrEqual((nearestRank(sorted, 95) ?? 0) - 1e-6);
      }),
    );
  });
});
