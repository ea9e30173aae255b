import type { MetricsDocument } from "@/lib/core/metrics/schema";
import type { Scorecard } from "@/lib/core/scorecard/model";

/**
 * The run's own telemetry as `readiness_metrics.json`: what the scorecard measured and nothing else. Latency and error
 * rate are the performance suite's, the flake rate is that of the flakiest suite.
 */
export function metricsOf(scorecard: Scorecard, about: { commit: string; environment: string }): MetricsDocument {
  const performance = scorecard.suites.find(({ name }) => name === "performance");
  const flakeRates = scorecard.suites.flatMap(({ flakeRate }) => flakeRate ?? []);
  const measured: [string, number | null | undefined, string][] = [
    ["readiness.passed", scorecard.overallPassed ? 1 : 0, "1"],
    ["latency_p95_ms", performance?.latencyP95Ms, "ms"],
    ["error_rate", performance?.errorRate, "1"],
    ["flake_rate", flakeRates.length > 0 ? Math.max(...flakeRates) : null, "1"],
  ];
  return {
    run_id: scorecard.runId,
    ...about,
    taken_at: scorecard.generatedAt,
    metrics: measured.flatMap(([name, value, unit]) => (typeof value === "number" ? { name, value, unit } : [])),
    exported: false,
  };
}
