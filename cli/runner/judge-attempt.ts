import { executedTests, flakeRateOf, successRateOf } from "@/lib/core/scorecard/rates";
import { errorBudgetBurn, type SuiteMeasurements, thresholdViolations } from "@/lib/core/scorecard/thresholds";
import { cleanLine } from "../adapters/clean-text";
import type { SuiteEvidence, SuiteResult } from "../adapters/suite-evidence";
import { outcomeFault } from "../process/describe-outcome";
import type { CommandRun } from "../process/run-command";
import type { SuiteConfig } from "./config";
import type { ReadReports } from "./read-reports";

const REASON_CHARACTERS = 1000;

/**
 * Why an attempt did not pass, the most telling reason first; empty when it did. Tells the evidence how it ended, so
 * that a later attempt does not make one forget it.
 */
export function judgeAttempt(
  suite: SuiteConfig,
  run: CommandRun,
  read: ReadReports,
  evidence: SuiteEvidence,
): string[] {
  const { executed, failed, violations } = evidence.attempt;
  const ended = outcomeFault(run, suite.timeoutSeconds * 1000);
  const hasRun = run.end !== "not_started" && run.end !== "interrupted";
  const isEmpty = read.faults.length === 0 && executed === 0 && (read.tested || !read.measured);
  const { max_flake_rate, min_success_rate, ...others } = suite.thresholds;
  const reasons = [
    ...(failed > 0 ? [`${failed} ${failed === 1 ? "test" : "tests"} failed`] : []),
    ...(ended === null ? [] : [ended]),
    ...read.faults,
    ...violations,
    ...(hasRun && isEmpty ? ["no test was executed"] : []),
    ...(hasRun ? thresholdViolations(others, measurementsOf(suite, run, evidence.result())) : []),
  ];
  evidence.finishAttempt({ passed: reasons.length === 0 });
  const result = evidence.result();
  if (reasons.length === 0) reasons.push(...overAllAttempts(result));
  const rates = { max_flake_rate, min_success_rate };
  if (hasRun) reasons.push(...thresholdViolations(rates, measurementsOf(suite, run, result)));
  return [...new Set(reasons.map((reason) => cleanLine(reason, REASON_CHARACTERS)))];
}

/** What a last attempt that passed by itself does not make good. */
function overAllAttempts({ tests }: SuiteResult): string[] {
  if (!tests) return [];
  if (executedTests(tests) === 0) return ["no test was executed"];
  if (tests.failed === 0) return [];
  return [`${tests.failed} tests that failed in an earlier attempt did not run again`];
}

export function measurementsOf(
  { objective }: SuiteConfig,
  { durationSeconds }: CommandRun,
  { tests, performance, vulnerabilities }: SuiteResult,
): SuiteMeasurements {
  const errorRate = performance.errorRate ?? null;
  return {
    durationSeconds,
    successRate: tests && successRateOf(tests),
    flakeRate: tests && flakeRateOf(tests),
    latencyP95Ms: performance.latencyP95Ms ?? null,
    errorRate,
    errorBudgetBurn: errorBudgetBurn(errorRate, objective ?? null),
    vulnerabilities,
  };
}
