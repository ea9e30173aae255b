import { executedTests } from "@/lib/core/scorecard/rates";
import type { ReportedFailure, RunnerScorecard } from "@/lib/core/scorecard/wire";
import type { SuiteResult } from "../adapters/suite-evidence";

/** One suite in the runner's form. */
export type SuiteDocument = RunnerScorecard["suites"][number];

const MOST = 1000;
/** Characters of all failures of a suite, so that a scorecard stays within what the server takes. */
const FAILURES_BUDGET = 500_000;

/**
 * A suite's reports as a suite of a scorecard. `extra` is what the pipeline knows besides: it can add reasons why the
 * suite did not pass (`passed: false`, violations), and can take none away.
 */
export function suiteDocument(name: string, result: SuiteResult, extra: Partial<SuiteDocument> = {}): SuiteDocument {
  const { passed = true, threshold_violations: found = [], artifacts, ...rest } = extra;
  const violations = [...new Set([...result.violations, ...found])].slice(0, MOST);
  return {
    ...measuredOf(result),
    ...rest,
    suite: name,
    passed: passed && hasPassed(result) && violations.length === 0,
    ...(violations.length === 0 ? {} : { threshold_violations: violations.map((text) => text.slice(0, MOST)) }),
    ...(artifacts === undefined ? {} : { artifacts: artifacts.slice(0, MOST) }),
  };
}

/** Some test passed and none failed; without any tests, something was measured or scanned. */
function hasPassed({ tests, performance, vulnerabilities }: SuiteResult): boolean {
  if (tests) return tests.failed === 0 && executedTests(tests) > 0;
  return vulnerabilities !== null || Object.keys(performance).length > 0;
}

function measuredOf(result: SuiteResult): Partial<SuiteDocument> {
  const { tests, durationSeconds, performance, vulnerabilities, findings, failures } = result;
  const { latencyP50Ms, latencyP95Ms, latencyP99Ms, errorRate } = performance;
  return {
    ...(tests ? { tests } : {}),
    ...(durationSeconds === null ? {} : { duration_seconds: durationSeconds }),
    ...(latencyP50Ms === undefined ? {} : { p50_latency_ms: latencyP50Ms }),
    ...(latencyP95Ms === undefined ? {} : { p95_latency_ms: latencyP95Ms }),
    ...(latencyP99Ms === undefined ? {} : { p99_latency_ms: latencyP99Ms }),
    ...(errorRate === undefined ? {} : { error_rate: errorRate }),
    ...(vulnerabilities ? { vulnerabilities } : {}),
    ...(findings.length === 0 ? {} : { findings }),
    ...(failures.length === 0 ? {} : { failures: withinBudget(failures) }),
  };
}

/** Beyond the budget a failure keeps its name alone. */
function withinBudget(failures: readonly ReportedFailure[]): ReportedFailure[] {
  let left = FAILURES_BUDGET;
  return failures.map((failure) => {
    const { message = "", excerpt = "", ...named } = failure;
    left -= message.length + excerpt.length;
    return left >= 0 ? failure : named;
  });
}
