const commit = "4f1c2d9a7be0c3d5e6f708192a3b4c5d6e7f8091";
const hash = `sha256:${"5e".repeat(32)}`;
const place = { service: "service-api", environment: "production" };

/** A body for each operation that takes one, by its id, as a pipeline would send it. */
export const EXAMPLES: Record<string, unknown> = {
  createRelease: { ...place, version: "2025.10.01", commit },
  advanceRelease: {
    stage: "production",
    status: "running",
    artifacts: [hash],
    evidence: [{ label: "Pipeline run", url: "https://ci.example.com/runs/1842" }],
  },
  submitScorecard: {
    ...place,
    commit,
    document: {
      run_id: "readiness-1842",
      release: "2025.10.01",
      generated_at: "2025-10-01T12:00:00Z",
      owner: "platform-readiness",
      suites: [
        {
          name: "integration",
          status: "passed",
          duration: 312.5,
          tests: { total: 412, passed: 412, failed: 0, skipped: 0, flaky: 3 },
        },
        { name: "performance", status: "passed", p95_latency_ms: 174 },
        { name: "security", status: "passed", vulnerabilities: { critical: 0, high: 0, medium: 0, low: 2 } },
      ],
      waivers: [],
    },
  },
  submitTestResults: {
    service: "service-api",
    document: {
      run_id: "readiness-1842",
      commit,
      environment: "production",
      ran_at: "2025-10-01T12:00:00Z",
      suites: [
        {
          suite: "integration",
          tests: [
            { name: "plans a release", group: "Planner", file: "planner.test.ts", outcome: "passed", duration_ms: 812 },
            { name: "retries a lost answer", group: "Client", file: "client.test.ts", outcome: "flaky" },
          ],
        },
      ],
    },
  },
  submitMetrics: {
    service: "service-api",
    document: {
      run_id: "readiness-1842",
      commit,
      environment: "production",
      taken_at: "2025-10-01T12:00:00Z",
      metrics: [
        { name: "readiness.passed", value: 1 },
        { name: "latency_p95_ms", value: 174, unit: "ms" },
        { name: "error_rate", value: 0.002 },
        { name: "flake_rate", value: 0.007 },
      ],
    },
  },
  recordRehearsal: {
    kind: "rollback",
    ...place,
    started_at: "2025-09-20T09:00:00Z",
    finished_at: "2025-09-20T09:14:00Z",
    outcome: "passed",
    participants: ["Sam Reliable"],
    gaps: [],
    from_version: "2025.09.15",
    to_version: "2025.09.01",
  },
  putManifest: {
    release: "2025.10.01",
    ...place,
    commit,
    authors: [{ name: "Dana Dev", email: "dana@example.com" }],
    artifacts: [{ name: "service-api.tar.gz", hash }],
    configuration: [
      { key: "POOL_SIZE", value: "20" },
      { key: "REGION", value: "eu-1" },
    ],
    configuration_deltas: [{ key: "POOL_SIZE", from: "10", to: "20" }],
    rollout_window: { start: "2025-10-01T13:00:00Z", end: "2025-10-01T17:00:00Z" },
    rollback_plan: {
      summary: "Deploy the version before",
      steps: ["Deploy 2025.09.15", "Check the P95 latency"],
      target_version: "2025.09.15",
      owner: "sre-on-call",
    },
  },
  reportDeployment: {
    ...place,
    externalId: "rollout-1842",
    version: "2025.10.01",
    commit,
    artifacts: [hash],
    state: "succeeded",
    deployedAt: "2025-10-01T13:04:30Z",
    url: "https://ci.example.com/runs/1842",
    deployedBy: "dana@example.com",
  },
  declareIncident: {
    service: "service-api",
    severity: "sev2",
    title: "Every third request answers 503",
    impact: "Reviewers cannot open their queues.",
    affectedServices: ["review-worker"],
    alert: {
      source: "prometheus",
      key: "HighErrorRate/service-api",
      firedAt: "2025-10-01T11:58:00Z",
      url: "https://alerts.example.com/a/871",
      runbookUrl: "https://runbooks.example.com/high-error-rate",
    },
  },
  moveIncident: { state: "mitigating", note: "Rolling back to 2025.09.28." },
  resolveIncident: { note: "2025.09.28 is back, and errors are as before." },
  noteIncident: {
    entryId: "0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b",
    text: "The pool of connections is exhausted; restarting the workers.",
    evidenceUrl: "https://dashboards.example.com/d/pool",
  },
  putPostmortem: {
    basedOn: 3,
    fields: { rootCause: ["The pool was too small.", "Nobody watched it."], wentWell: ["The alert was quick."] },
  },
  importPostmortem: {
    markdown:
      "# Incident OPS-41\n- Declared: 2025-10-01T12:00:00Z\n- Commander: Dana Dev\n- Impact: One request in five failed.\n" +
      "- Root Cause:\n  - The pool was too small.\n",
    service: "service-api",
    severity: "sev2",
    resolved: "2025-10-01T13:00:00Z",
  },
  createActionItem: {
    title: "Alert on an exhausted pool of connections",
    detail: "Page the on-call before requests are refused.",
    service: "service-api",
    ownerName: "The platform team",
    dueAt: "2025-11-01T12:00:00Z",
    priority: "high",
    links: [{ label: "Runbook", url: "https://runbooks.example.com/pool" }],
  },
  changeActionItem: { priority: "medium", dueAt: "2025-11-15T12:00:00Z" },
  closeActionItem: { state: "done", note: "The alert pages since release 2025.10.14." },
  simulateGate: {
    policy: { max_rehearsal_age_days: 30 },
    at: "2025-10-01T12:00:00Z",
    facts: {
      release: {
        id: null,
        ...place,
        serviceId: null,
        isProduction: true,
        version: "2025.10.01",
        commit,
        createdBy: null,
      },
      scorecard: { state: "missing", reason: "not submitted yet" },
      metrics: { state: "missing", reason: "not submitted yet" },
      manifest: { state: "missing", reason: "not put yet" },
      rehearsals: { state: "found", value: [] },
      requiredRoles: { state: "found", value: ["change-board", "sre-on-call", "product-owner"] },
      signatures: { state: "found", value: [] },
      approvers: [],
      waivers: { state: "found", value: [] },
      incidents: { state: "found", value: [] },
      calendars: { state: "found", value: [] },
      freezeOverrides: { state: "found", value: [] },
      verified: true,
    },
  },
};
