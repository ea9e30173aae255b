import type { TestCounts, VulnerabilityCounts } from "./model";
import { flakeRateOf, successRateOf } from "./rates";
import type { SuiteThresholds } from "./wire";

/** What was measured of one suite. Null: it was not. Rates are 0…1. */
export type SuiteMeasurements = {
  /** Wall time of the attempt that counts. */
  durationSeconds: number | null;
  tests: TestCounts | null;
  latencyP95Ms: number | null;
  errorRate: number | null;
  errorBudgetBurn: number | null;
  vulnerabilities: VulnerabilityCounts | null;
};

const SEVERITIES = ["critical", "high", "medium", "low"] as const;

/**
 * How fast errors use up the budget that an objective leaves: error rate / (1 − objective), so 1 uses it up exactly
 * (Site Reliability Workbook, "Alerting on SLOs"). `objective` is the rate of good events asked for, 0 ≤ objective < 1.
 * Null when the error rate or the objective is not known, or the objective leaves no budget.
 */
export function errorBudgetBurn(errorRate: number | null, objective: number | null): number | null {
  if (errorRate === null || objective === null || !(objective >= 0 && objective < 1)) return null;
  return significant(errorRate / (1 - objective));
}

/**
 * Why a suite breaks what was asked of it, one sentence for each broken threshold; empty when it keeps all of them.
 * A value at its limit keeps it. What was not measured, or is no finite number, breaks its threshold: nothing is
 * assumed. Severities that `max_vulnerabilities` does not name have no limit.
 */
export function thresholdViolations(thresholds: SuiteThresholds, measured: SuiteMeasurements): string[] {
  const { tests, vulnerabilities } = measured;
  const [flakeRate, successRate] = [tests && flakeRateOf(tests), tests && successRateOf(tests)];
  return [
    atMost("duration", measured.durationSeconds, thresholds.max_duration_seconds, " s"),
    atMost("flake rate", flakeRate, thresholds.max_flake_rate),
    atLeast("success rate", successRate, thresholds.min_success_rate),
    atMost("error budget burn", measured.errorBudgetBurn, thresholds.max_error_budget_burn),
    atMost("P95 latency", measured.latencyP95Ms, thresholds.max_p95_ms, " ms"),
    atMost("error rate", measured.errorRate, thresholds.max_error_rate),
    ...SEVERITIES.map((severity) =>
      atMost(
        `number of ${severity} vulnerabilities`,
        vulnerabilities?.[severity] ?? null,
        thresholds.max_vulnerabilities?.[severity],
      ),
    ),
  ].filter((violation) => violation !== null);
}

function atMost(what: string, value: number | null, limit: number | undefined, unit = ""): string | null {
  if (limit === undefined) return null;
  if (!isMeasured(value)) return `no ${what} was measured; at most ${limit}${unit} is asked for`;
  return value <= limit ? null : `${what} ${significant(value)}${unit} is more than ${limit}${unit}`;
}

function atLeast(what: string, value: number | null, limit: number | undefined): string | null {
  if (limit === undefined) return null;
  if (!isMeasured(value)) return `no ${what} was measured; at least ${limit} is asked for`;
  return value >= limit ? null : `${what} ${significant(value)} is less than ${limit}`;
}

const isMeasured = (value: number | null): value is number => value !== null && Number.isFinite(value) && value >= 0;

/** Without the noise of binary fractions: 1 - 0.99 is 0.010000000000000009. */
const significant = (value: number): number => Number(value.toPrecision(12));
