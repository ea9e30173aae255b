import { SERVICES } from "./catalogue";
import type { Random } from "./random";
import type { Run } from "./scorecard-document";
import { MINUTE, plus } from "./time";

const FAILED = ["low-integration", "critical-cve", "slow"];

/** `readiness_metrics.json` of the same run: what the gate reads, and the service's own signals of the catalogue. */
export function metricsDocument(run: Run, random: Random): Record<string, unknown> {
  const { service, runId, outcome, commit, environment, generatedAt } = run;
  const timestamp = generatedAt.toISOString();
  const earlier = plus(generatedAt, -5 * MINUTE).toISOString();
  const latency = outcome === "slow" ? random.decimal(203, 216, 1) : random.decimal(132, 186, 1);
  const own = Object.entries<readonly [number, number]>(SERVICES[service].metrics).map(([name, [from, to]]) => ({
    name,
    value: to > 1 ? random.int(from, to) : random.decimal(from, to, 3),
    timestamp,
  }));
  return {
    run_id: runId,
    commit,
    environment,
    taken_at: timestamp,
    metrics: [
      { name: "latency_p95_ms", value: random.decimal(130, 190, 1), unit: "ms", timestamp: earlier },
      { name: "latency_p95_ms", value: latency, unit: "ms", timestamp },
      { name: "error_rate", value: random.decimal(0.0005, 0.006, 4), timestamp },
      { name: "flake_rate", value: random.decimal(0, 0.03, 4), timestamp },
      { name: "readiness.passed", value: FAILED.includes(outcome) ? 0 : 1, timestamp },
      ...own,
    ],
  };
}
