import { describe, expect, it } from "vitest";
import { askedThresholds } from "./asked";
import { suiteDetails } from "./details";
import { parseScorecard } from "./parse";
import { type JudgedThreshold, thresholdViolations } from "./thresholds";

const THRESHOLDS = {
  min_success_rate: 0.98,
  max_flake_rate: 0.1,
  max_duration_seconds: 60,
  max_p95_ms: 200,
  max_error_rate: 0.01,
  max_error_budget_burn: 1,
  max_vulnerabilities: { critical: 0, high: 2 },
};

function readSuite(fields: Record<string, unknown>) {
  const document = {
    run_id: "r",
    generated_at: "2025-10-01T12:00:00Z",
    suites: [{ suite: "performance", passed: true, thresholds: THRESHOLDS, ...fields }],
  };
  const [suite] = parseScorecard(document).suites;
  const [details] = suiteDetails(document);
  if (!suite || !details) throw new Error("the document has one suite");
  return { suite, details };
}

function askedOf(fields: Record<string, unknown>): JudgedThreshold[] {
  const { suite, details } = readSuite(fields);
  return askedThresholds(suite, details);
}

describe("what the pipeline asked of a suite", () => {
  const atTheLimit = {
    success_rate: 0.98,
    flake_rate: 0.1,
    duration: 60,
    p95_latency_ms: 200,
    error_rate: 0.01,
    error_budget_burn: 1,
    vulnerabilities: { critical: 0, high: 2, medium: 9, low: 9 },
  };

  it("is met by exactly what was asked", () => {
    expect(askedOf(atTheLimit).map(({ met }) => met)).toEqual(Array(8).fill(true));
  });

  it.each([
    ["min_success_rate", { success_rate: 0.979 }],
    ["max_flake_rate", { flake_rate: 0.101 }],
    ["max_duration_seconds", { duration: 60.1 }],
    ["max_p95_ms", { p95_latency_ms: 200.1 }],
    ["max_error_rate", { error_rate: 0.011 }],
    ["max_error_budget_burn", { error_budget_burn: 1.01 }],
    ["max_vulnerabilities.critical", { vulnerabilities: { critical: 1, high: 0, medium: 0, low: 0 } }],
    ["max_vulnerabilities.high", { vulnerabilities: { critical: 0, high: 3, medium: 0, low: 0 } }],
  ])("is violated by the smallest step beyond %s, and nothing else is", (key, fields) => {
    const missed = askedOf({ ...atTheLimit, ...fields }).filter(({ met }) => met === false);
    expect(missed.map((each) => each.key)).toEqual([key]);
  });

  it.each([
    ["keeps", { passed: 98, failed: 2 }, 60],
    ["breaks", { passed: 97, failed: 3 }, 61],
  ])("is judged as the runner judges a suite that %s it", (_, counts, duration) => {
    const tests = { total: 100, skipped: 0, flaky: 9, ...counts };
    const { suite, details } = readSuite({
      ...atTheLimit,
      success_rate: undefined,
      flake_rate: undefined,
      tests,
      duration,
    });
    const violations = thresholdViolations(THRESHOLDS, { ...suite, errorBudgetBurn: details.errorBudgetBurn });
    expect(askedThresholds(suite, details).filter(({ met }) => met === false)).toHaveLength(violations.length);
  });

  it("is neither met nor violated by a suite that does not report it", () => {
    expect(askedOf({}).map(({ met }) => met)).toEqual(Array(8).fill(null));
  });

  it("is nothing where no threshold was set", () => {
    expect(askedOf({ thresholds: undefined })).toEqual([]);
    expect(askedOf({ thresholds: { max_vulnerabilities: {} } })).toEqual([]);
  });
});
