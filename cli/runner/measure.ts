import type { Scorecard, Suite, TestCounts } from "@/lib/core/scorecard/model";
import { executedTests } from "@/lib/core/scorecard/rates";
import { metricsOf } from "../scorecard/metrics";
import type { Telemetry } from "../telemetry/telemetry";

/**
 * The run's own metrics. Each name means one thing, because a gate takes a name's last value: `readiness.suite.*` is of
 * one suite, named by an attribute, everything else is of the whole run.
 */
export function recordMetrics(
  telemetry: Telemetry,
  scorecard: Scorecard,
  about: { commit: string; environment: string; durationSeconds: number },
): void {
  const { suites } = scorecard;
  for (const suite of suites) recordSuite(telemetry, suite);
  const tests = suites.flatMap((suite) => suite.tests ?? []);
  const flakeRates = suites.flatMap(({ flakeRate }) => flakeRate ?? []);
  record(telemetry, "readiness.duration_seconds", about.durationSeconds, "s");
  record(telemetry, "readiness.success_rate", successRate(tests), "1");
  record(telemetry, "readiness.flake_rate", flakeRates.length > 0 ? Math.max(...flakeRates) : null, "1");
  for (const { name, value, unit } of metricsOf(scorecard, about).metrics) record(telemetry, name, value, unit);
}

function recordSuite(telemetry: Telemetry, suite: Suite): void {
  const attributes = { "test.suite.name": suite.name };
  record(telemetry, "readiness.suite.passed", suite.status === "passed" ? 1 : 0, "1", attributes);
  record(telemetry, "readiness.suite.duration_seconds", suite.durationSeconds, "s", attributes);
  record(telemetry, "readiness.suite.success_rate", suite.successRate, "1", attributes);
  record(telemetry, "readiness.suite.flake_rate", suite.flakeRate, "1", attributes);
}

/** What was not measured is no point, never a zero. */
function record(
  telemetry: Telemetry,
  name: string,
  value: number | null,
  unit?: string,
  attributes?: Record<string, string>,
): void {
  if (value === null) return;
  telemetry.metric(name, value, { ...(unit ? { unit } : {}), ...(attributes ? { attributes } : {}) });
}

/** Of all executed tests of the run; null when none was executed. */
function successRate(tests: readonly TestCounts[]): number | null {
  const executed = tests.reduce((sum, counts) => sum + executedTests(counts), 0);
  return executed === 0 ? null : tests.reduce((sum, { passed }) => sum + passed, 0) / executed;
}
