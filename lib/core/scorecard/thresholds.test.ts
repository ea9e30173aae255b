import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flakeRateOf, successRateOf } from "./rates";
import { errorBudgetBurn, type SuiteMeasurements, thresholdViolations } from "./thresholds";
import type { SuiteThresholds } from "./wire";

const NOTHING: SuiteMeasurements = {
  durationSeconds: null,
  successRate: null,
  flakeRate: null,
  latencyP95Ms: null,
  errorRate: null,
  errorBudgetBurn: null,
  vulnerabilities: null,
};
const vulnerabilities = { critical: 0, high: 1, medium: 2, low: 3 };

/** A threshold, what is just within it, what is just beyond it, and what is said then. */
const CASES: [SuiteThresholds, Partial<SuiteMeasurements>, Partial<SuiteMeasurements>, string][] = [
  [
    { max_duration_seconds: 10 },
    { durationSeconds: 10 },
    { durationSeconds: 10.5 },
    "duration 10.5 s is more than 10 s",
  ],
  [{ max_flake_rate: 0.1 }, { flakeRate: 0.1 }, { flakeRate: 0.2 }, "flake rate 0.2 is more than 0.1"],
  [{ min_success_rate: 0.98 }, { successRate: 0.98 }, { successRate: 0.97 }, "success rate 0.97 is less than 0.98"],
  [
    { max_error_budget_burn: 1 },
    { errorBudgetBurn: 1 },
    { errorBudgetBurn: 1.2 },
    "error budget burn 1.2 is more than 1",
  ],
  [{ max_p95_ms: 200 }, { latencyP95Ms: 200 }, { latencyP95Ms: 201 }, "P95 latency 201 ms is more than 200 ms"],
  [{ max_error_rate: 0.01 }, { errorRate: 0.01 }, { errorRate: 0.02 }, "error rate 0.02 is more than 0.01"],
  [
    { max_vulnerabilities: { critical: 0, medium: 2 } },
    { vulnerabilities },
    { vulnerabilities: { ...vulnerabilities, medium: 3 } },
    "number of medium vulnerabilities 3 is more than 2",
  ],
];

describe("each threshold", () => {
  it.each(CASES)("%j is kept at its limit and broken beyond it", (thresholds, within, beyond, violation) => {
    expect(thresholdViolations(thresholds, { ...NOTHING, ...within })).toEqual([]);
    expect(thresholdViolations(thresholds, { ...NOTHING, ...beyond })).toEqual([violation]);
  });

  it.each(CASES)("%j is broken when nothing was measured", (thresholds) => {
    const violations = thresholdViolations(thresholds, NOTHING);
    expect(violations.length).toBeGreaterThan(0);
    for (const violation of violations) expect(violation).toMatch(/^no .+ was measured; at (most|least) [\d.]+/);
  });

  it("of rates is broken when no test was executed", () => {
    const tests = { total: 3, passed: 0, failed: 0, skipped: 3, flaky: 0 };
    const skipped = { ...NOTHING, successRate: successRateOf(tests), flakeRate: flakeRateOf(tests) };
    expect(thresholdViolations({ min_success_rate: 0, max_flake_rate: 1 }, skipped)).toEqual([
      "no success rate was measured; at least 0 is asked for",
      "no flake rate was measured; at most 1 is asked for",
    ]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1])("is broken by a value such as %d", (value) => {
    const measured = { ...NOTHING, latencyP95Ms: value, errorRate: value };
    expect(thresholdViolations({ max_p95_ms: 1e9, max_error_rate: 1 }, measured)).toHaveLength(2);
  });
});

it("what is not asked for breaks nothing", () => {
  expect(thresholdViolations({}, NOTHING)).toEqual([]);
  expect(thresholdViolations({ max_vulnerabilities: {} }, NOTHING)).toEqual([]);
});

it("a worse value never breaks fewer thresholds", () => {
  const quantity = fc.double({ min: 0, max: 1000, noNaN: true });
  fc.assert(
    fc.property(quantity, quantity, quantity, (limit, value, more) => {
      const broken = (latencyP95Ms: number) => thresholdViolations({ max_p95_ms: limit }, { ...NOTHING, latencyP95Ms });
      expect(broken(value + more).length).toBeGreaterThanOrEqual(broken(value).length);
      expect(broken(value).length === 0).toBe(value <= limit);
    }),
  );
});

describe("error budget burn", () => {
  it.each([
    [0.01, 0.99, 1],
    [0.001, 0.999, 1],
    [0.02, 0.99, 2],
    [0, 0.999, 0],
    [0.5, 0, 0.5],
  ])("error rate %d against objective %d burns %d times the budget", (errorRate, objective, burn) => {
    expect(errorBudgetBurn(errorRate, objective)).toBe(burn);
  });

  it.each([
    [null, 0.99],
    [0.1, null],
    [0.1, 1],
    [0, 1],
    [0.1, Number.NaN],
    [0.1, -1],
  ])("of error rate %s and objective %s is not known", (errorRate, objective) => {
    expect(errorBudgetBurn(errorRate, objective)).toBeNull();
  });

  it("an error rate within what the objective allows burns at most the budget", () => {
    const rate = fc.integer({ min: 0, max: 999 }).map((each) => each / 1000);
    fc.assert(
      fc.property(rate, rate, (objective, errorRate) => {
        const burn = errorBudgetBurn(errorRate, objective);
        if (burn === null) throw new Error("both are known");
        expect(burn <= 1).toBe(Math.round(errorRate * 1000) <= 1000 - Math.round(objective * 1000));
      }),
    );
  });
});
