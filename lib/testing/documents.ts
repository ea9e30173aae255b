/** Evidence that passes every check of the default policy, dated now. */
export type Subject = { service: string; environment: string; version: string; commit: string };

const hour = 3_600_000;
const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString();
export const ARTIFACT = `sha256:${"a".repeat(64)}`;

export function scorecardDocument({ version, commit, environment }: Subject, runId = `run-${commit}-${version}`) {
  const tests = { total: 100, passed: 100, failed: 0, skipped: 0, flaky: 0 };
  const none = { critical: 0, high: 0, medium: 0, low: 0 };
  return {
    run_id: runId,
    release: version,
    commit,
    environment,
    overall_passed: true,
    generated_at: fromNow(-60_000),
    suites: [
      { name: "unit", status: "passed", tests },
      { name: "integration", status: "passed", tests },
      { name: "end-to-end", status: "passed", tests },
      { name: "performance", status: "passed", tests, p95_latency_ms: 120 },
      { name: "security", status: "passed", tests, vulnerabilities: none },
    ],
  };
}

/** A run whose unit suite failed one test. */
export function failedScorecardDocument(subject: Subject, runId = `failed-${subject.commit}-${subject.version}`) {
  const document = scorecardDocument(subject, runId);
  const tests = { total: 100, passed: 99, failed: 1, skipped: 0, flaky: 0 };
  const failures = [{ name: "adds up", group: "cart", file: "cart.test.ts", message: "expected 3, got 2" }];
  const suites = document.suites.map((suite) =>
    suite.name === "unit" ? { ...suite, status: "failed", tests, failures } : suite,
  );
  return { ...document, overall_passed: false, suites };
}

export function metricsDocument({ commit, environment, version }: Subject, runId = `run-${commit}-${version}`) {
  const metrics = { "readiness.passed": 1, latency_p95_ms: 120, error_rate: 0.001, flake_rate: 0.01 };
  const points = Object.entries(metrics).map(([name, value]) => ({ name, value }));
  return { run_id: runId, commit, environment, taken_at: fromNow(-60_000), metrics: points };
}

export function manifestDocument(subject: Subject, more: Record<string, unknown> = {}) {
  return {
    release: subject.version,
    service: subject.service,
    environment: subject.environment,
    commit: subject.commit,
    authors: [{ name: "Someone Else", email: "someone.else@example.com" }],
    artifacts: [{ name: "service.tar.gz", hash: ARTIFACT }],
    configuration_deltas: [],
    rollout_window: { start: fromNow(-hour), end: fromNow(24 * hour) },
    rollback_plan: { summary: "Deploy the version before", steps: ["deploy it"], target_version: "1.0", owner: "sre" },
    ...more,
  };
}

export function rehearsalDocument({ service, environment }: Subject, outcome: "passed" | "failed" = "passed") {
  return {
    kind: "rollback",
    service,
    environment,
    started_at: fromNow(-2 * hour),
    finished_at: fromNow(-hour),
    outcome,
    participants: ["Sam Reliable"],
    from_version: "1.1",
    to_version: "1.0",
  };
}

export function testResultsDocument({ version, commit, environment }: Subject, runId = `run-${commit}-${version}`) {
  const passed = { outcome: "passed" as const, duration_ms: 12.4 };
  return {
    run_id: runId,
    commit,
    environment,
    ran_at: fromNow(-60_000),
    suites: [
      {
        suite: "unit",
        tests: [
          { name: "adds up", group: "cart", file: "cart.test.ts", ...passed },
          { name: "sums", ...passed },
        ],
      },
      {
        suite: "integration",
        tests: [
          { name: "orders", ...passed },
          { name: "pays", outcome: "skipped" as const },
        ],
      },
    ],
  };
}
