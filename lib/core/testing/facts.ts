import type { Role } from "@/lib/core/access";
import { digestOf } from "@/lib/core/digest";
import type {
  ApproverFact,
  Facts,
  ManifestFact,
  MetricsFact,
  ScorecardFact,
  SignatureFact,
  WaiverFact,
} from "@/lib/core/gate/facts";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import type { Scorecard, Suite } from "@/lib/core/scorecard/model";

/** The instant at which `approvingFacts` approve under the default policy. */
export const NOW = new Date("2025-10-01T12:00:00Z");
export const COMMIT = "4f2c9a7be01d3856a9c4e7f10b2d5c8e6a3f9014";

/** RFC 3339 text of an instant so many seconds before (or, negative, after) `NOW`. */
export function secondsAgo(seconds: number): string {
  return new Date(NOW.getTime() - seconds * 1000).toISOString();
}

/** A suite of 200 tests that all passed; give what differs. */
export function passedSuite(name: string, differences: Partial<Suite> = {}): Suite {
  const tests = differences.tests === undefined ? { total: 200, passed: 200, failed: 0, skipped: 0, flaky: 0 } : null;
  return {
    name,
    status: "passed",
    durationSeconds: 120,
    tests,
    successRate: 1,
    flakeRate: 0,
    latencyP50Ms: null,
    latencyP95Ms: null,
    latencyP99Ms: null,
    errorRate: null,
    vulnerabilities: null,
    findings: [],
    costUsd: null,
    violations: [],
    artifacts: [],
    ...differences,
  };
}

export function approvingScorecard(differences: Partial<Scorecard> = {}): Scorecard {
  return {
    runId: "run-1",
    release: "2025.10.01",
    commit: COMMIT,
    environment: "production",
    overallPassed: true,
    suites: [
      passedSuite("unit"),
      passedSuite("integration"),
      passedSuite("end-to-end"),
      passedSuite("performance", { latencyP50Ms: 61, latencyP95Ms: 174, latencyP99Ms: 240 }),
      passedSuite("security", { vulnerabilities: { critical: 0, high: 0, medium: 0, low: 3 } }),
    ],
    waivers: [],
    generatedAt: secondsAgo(3600),
    owner: "platform-readiness",
    ...differences,
  };
}

export function scorecardFact(scorecard: Scorecard = approvingScorecard()): ScorecardFact {
  const { commit, environment } = scorecard;
  return { id: "scorecard-1", scorecard, digest: digestOf(scorecard), commit, environment, submittedBy: PIPELINE };
}

export function metricsFact(values: Record<string, number> = {}): MetricsFact {
  const passing = { "readiness.passed": 1, latency_p95_ms: 174, error_rate: 0.002, flake_rate: 0.01 };
  return { id: "metrics-1", values: { ...passing, ...values }, takenAt: secondsAgo(3500), submittedBy: PIPELINE };
}

export function approvingManifest(differences: Partial<ManifestContent> = {}): ManifestContent {
  return {
    release: "2025.10.01",
    service: "service-api",
    environment: "production",
    commit: COMMIT,
    authors: [{ name: "Ada Author", email: "ada@example.test" }],
    artifacts: [{ name: "service-api.tar.gz", hash: `sha256:${"a1".repeat(32)}` }],
    configuration_deltas: [{ key: "workers", from: "4", to: "8" }],
    rollout_window: { start: secondsAgo(3600), end: secondsAgo(-7200) },
    rollback_plan: {
      summary: "Deploy the previous version again.",
      steps: ["Stop the rollout", "Deploy 2025.09.17"],
      target_version: "2025.09.17",
      owner: "Rosa Release",
    },
    feature_flags: [],
    secret_versions: [],
    migrations: [],
    scorecard: null,
    trace_ids: [],
    ...differences,
  };
}

/** A revision with the digest that its content gives. */
export function manifestFact(content: ManifestContent = approvingManifest()): ManifestFact {
  return { id: "manifest-1", revision: 1, digest: digestOf(content), content, submittedBy: PIPELINE };
}

export function approver(personId: string, name: string, ...roles: Role[]): ApproverFact {
  return { personId, name, email: `${personId}@example.test`, roles };
}

/** A standing approval of `digest` by this person, in the first of their roles. */
export function approval(
  person: ApproverFact,
  digest: string,
  differences: Partial<SignatureFact> = {},
): SignatureFact {
  return {
    id: `signature-${person.personId}`,
    personId: person.personId,
    name: person.name,
    email: person.email,
    decision: "approve",
    manifestDigest: digest,
    role: person.roles[0] ?? "viewer",
    rolesNow: person.roles,
    signedAt: secondsAgo(600),
    withdrawnAt: null,
    reason: null,
    ...differences,
  };
}

/** A waiver of a whole check, granted an hour ago for a week by a member of the change board. */
export function waiver(checkId: string, differences: Partial<WaiverFact> = {}): WaiverFact {
  return {
    id: `waiver-${checkId}`,
    checkId,
    finding: null,
    releaseId: "release-1",
    expiresAt: secondsAgo(-7 * 86_400),
    grantedAt: secondsAgo(3600),
    grantedBy: { kind: "person", id: "cleo", name: "Cleo Change", email: "cleo@example.test" },
    grantedRole: "change-board",
    revokedAt: null,
    supersededById: null,
    ...differences,
  };
}

const PIPELINE = { kind: "token", id: "token-1", name: "pipeline", email: null } as const;
export const CLEO = approver("cleo", "Cleo Change", "change-board");
export const SAM = approver("sam", "Sam Sre", "sre-on-call");
export const PIA = approver("pia", "Pia Product", "product-owner");
export const ROSA = approver("rosa", "Rosa Release", "release-engineer");

/** Facts that approve at `NOW` under the default policy: the most that evidence can say. Give what differs. */
export function approvingFacts(differences: Partial<Facts> = {}): Facts {
  const manifest = differences.manifest?.state === "found" ? differences.manifest.value : manifestFact();
  return {
    release: {
      id: "release-1",
      service: "service-api",
      serviceId: "service-1",
      environment: "production",
      isProduction: true,
      version: "2025.10.01",
      commit: COMMIT,
      createdBy: PIPELINE,
    },
    scorecard: { state: "found", value: scorecardFact() },
    metrics: { state: "found", value: metricsFact() },
    manifest: { state: "found", value: manifest },
    rehearsals: {
      state: "found",
      value: [
        {
          id: "rehearsal-1",
          startedAt: secondsAgo(5 * 86_400 + 1800),
          finishedAt: secondsAgo(5 * 86_400),
          outcome: "passed",
          remediatedAt: null,
        },
      ],
    },
    requiredRoles: { state: "found", value: ["sre-on-call", "product-owner", "change-board"] },
    signatures: {
      state: "found",
      value: [SAM, PIA, CLEO].map((person) => approval(person, manifest.digest)),
    },
    approvers: [CLEO, PIA, ROSA, SAM],
    waivers: { state: "found", value: [] },
    incidents: { state: "found", value: [] },
    calendars: { state: "found", value: [] },
    freezeOverrides: { state: "found", value: [] },
    verified: true,
    ...differences,
  };
}
