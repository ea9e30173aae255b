import { randomBytes } from "node:crypto";
import { sha256 } from "@/lib/core/digest";

export type Subject = { service: string; environment: string; version: string; commit: string };

const HOUR = 3_600_000;
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();
const from = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** What a test may change about a run that is otherwise good. */
export type RunFaults = { mediumFinding?: string; criticalFinding?: string; flakyUnit?: boolean };

export function scorecard({ version, commit, environment }: Subject, faults: RunFaults = {}) {
  const { mediumFinding, criticalFinding, flakyUnit } = faults;
  const findings = [
    ...(mediumFinding ? [{ id: mediumFinding, severity: "medium" }] : []),
    ...(criticalFinding ? [{ id: criticalFinding, severity: "critical" }] : []),
  ];
  const tests = (total: number, flaky = 0) => ({ total, passed: total, failed: 0, skipped: 0, flaky });
  return {
    release: version,
    run_id: `e2e-${randomBytes(8).toString("hex")}`,
    commit,
    environment,
    suites: [
      { name: "unit", status: "passed", duration: 61, tests: tests(1200, flakyUnit ? 150 : 2) },
      { name: "integration", status: "passed", duration: 300, tests: tests(250) },
      { name: "end-to-end", status: "passed", duration: 500, tests: tests(60) },
      { name: "performance", status: "passed", duration: 600, tests: tests(10), p95_latency_ms: 150 },
      {
        name: "security",
        status: "passed",
        duration: 90,
        tests: tests(5),
        vulnerabilities: { critical: criticalFinding ? 1 : 0, high: 0, medium: mediumFinding ? 1 : 0, low: 0 },
        findings,
      },
    ],
    waivers: [],
    generated_at: ago(60_000),
    owner: "end-to-end tests",
  };
}

export function metrics({ commit, environment }: Subject) {
  const values = { "readiness.passed": 1, latency_p95_ms: 150, error_rate: 0.001, flake_rate: 0.01 };
  return {
    run_id: `e2e-${randomBytes(8).toString("hex")}`,
    commit,
    environment,
    taken_at: ago(60_000),
    metrics: Object.entries(values).map(([name, value]) => ({ name, value })),
  };
}

export const artifactsOf = ({ version, commit }: Subject) => [
  { name: `bundle-${version}.tar.zst`, hash: sha256(`bundle ${commit}`) },
  { name: `image-${version}.oci.json`, hash: sha256(`image ${commit}`) },
];

/** `concurrency` is what a later revision changes. */
export function manifest(subject: Subject, author: { name: string; email: string }, concurrency = 16) {
  return {
    release: subject.version,
    service: subject.service,
    environment: subject.environment,
    commit: subject.commit,
    authors: [author],
    artifacts: artifactsOf(subject),
    configuration_deltas: [{ key: "worker.concurrency", from: "8", to: String(concurrency) }],
    rollout_window: { start: ago(HOUR), end: from(24 * HOUR) },
    rollback_plan: {
      summary: "Return to the version before.",
      steps: ["Deploy the archived manifest of the version before."],
      target_version: "2025.01.01",
      owner: "sre-on-call",
    },
  };
}

/** A failed one is later than the one that every release of these tests starts with. */
export function rehearsal(
  { service, environment }: Subject,
  outcome: "passed" | "failed" = "passed",
  secondsAgo = outcome === "passed" ? 1800 : 60,
) {
  return {
    kind: "rollback",
    service,
    environment,
    started_at: ago(40 * 60_000),
    finished_at: ago(secondsAgo * 1000),
    outcome,
    participants: ["Priya Raman"],
    gaps: outcome === "failed" ? ["The old version could not read the new queue."] : [],
    from_version: "2025.02.01",
    to_version: "2025.01.01",
  };
}
