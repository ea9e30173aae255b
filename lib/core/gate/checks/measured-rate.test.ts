import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConfidencePolicy } from "@/lib/core/policy/model";
import type { TestCounts } from "@/lib/core/scorecard/model";
import { rateWithInterval } from "@/lib/core/scorecard/rates";
import { passedSuite } from "@/lib/core/testing/facts";
import { flakeRate, successRate } from "./measured-rate";

const confidence: ConfidencePolicy = { level: 0.95, minimumSample: 50, suites: ["unit"] };
const counts = (executed: number, failed = 0, flaky = 0): TestCounts => ({
  total: executed,
  passed: executed - failed,
  failed,
  skipped: 0,
  flaky,
});
const suite = (tests: TestCounts | null) =>
  tests
    ? passedSuite("unit", { tests, successRate: null, flakeRate: null })
    : passedSuite("unit", { tests, successRate: 0.99, flakeRate: 0.01 });

describe("a rate under a confidence policy", () => {
  it("is judged by the bound that speaks against the suite, and shown with both", () => {
    const success = successRate(suite(counts(200, 2)), confidence);
    const interval = rateWithInterval(counts(200, 2))?.success.interval;
    expect(success).toMatchObject({ known: true, value: { judged: interval?.low } });
    expect(success.known && success.value.observed).toBe("0.99 with lower bound 0.9643 (95% confidence, 200 tests)");
    const flake = flakeRate(suite(counts(200, 0, 14)), confidence);
    expect(flake).toMatchObject({
      known: true,
      value: { judged: rateWithInterval(counts(200, 0, 14))?.flake.interval.high },
    });
  });

  it.each([
    [49, "missing"],
    [50, "known"],
  ])("of %i tests where 50 are asked for is %s", (executed, expected) => {
    const found = flakeRate(suite(counts(executed)), confidence);
    expect(found.known ? "known" : found.outcome).toBe(expected);
  });

  it("of a suite that it does not name is judged as measured", () => {
    expect(flakeRate(suite(counts(1)), { ...confidence, suites: ["integration"] })).toMatchObject({
      known: true,
      value: { observed: 0, judged: 0 },
    });
  });

  it("counts executed tests, not skipped ones", () => {
    const skipped = { ...counts(49), total: 100, skipped: 51 };
    expect(successRate(suite(skipped), confidence)).toMatchObject({
      known: false,
      outcome: "missing",
      reason: "49 tests of unit are too few to judge: the policy asks for at least 50",
    });
  });

  it("that is only stated is missing, though it counts without such a policy", () => {
    expect(successRate(suite(null), confidence)).toMatchObject({ known: false, outcome: "missing" });
    expect(successRate(suite(null))).toMatchObject({ known: true, value: { observed: 0.99, judged: 0.99 } });
  });

  it("is never judged more kindly than the measured rate", () => {
    const some = fc.tuple(fc.integer({ min: 50, max: 5000 }), fc.nat(), fc.nat()).map(([executed, failed, flaky]) => {
      const bad = failed % (executed + 1);
      return counts(executed, bad, flaky % (executed - bad + 1));
    });
    fc.assert(
      fc.property(some, (tests) => {
        const [success, plainSuccess] = [successRate(suite(tests), confidence), successRate(suite(tests))];
        const [flake, plainFlake] = [flakeRate(suite(tests), confidence), flakeRate(suite(tests))];
        if (!success.known || !plainSuccess.known || !flake.known || !plainFlake.known) throw new Error("not judged");
        expect(success.value.judged).toBeLessThanOrEqual(plainSuccess.value.judged);
        expect(flake.value.judged).toBeGreaterThanOrEqual(plainFlake.value.judged);
      }),
    );
  });
});

it("a suite that executed nothing has no rate and no interval", () => {
  expect(rateWithInterval(counts(0))).toBeNull();
  expect(rateWithInterval(counts(20, 0, 1))).toMatchObject({
    executed: 20,
    success: { rate: 1 },
    flake: { rate: 0.05 },
  });
});
