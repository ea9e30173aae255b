/** Suites that the playbook requires before every production release. */
export const REQUIRED_SUITES = ["unit", "integration", "end-to-end", "performance", "security"] as const;

/** Counted tests of a suite. `executed = passed + failed`; skipped tests are not executed. */
export type TestCounts = { total: number; passed: number; failed: number; skipped: number; flaky: number };
export type VulnerabilityCounts = { critical: number; high: number; medium: number; low: number };
/** One named finding of a scanner, so that a waiver can be narrowed to it. */
export type Finding = { id: string; severity: "critical" | "high" | "medium" | "low"; title: string | null };

/** One suite of a run. Null: the pipeline did not say. */
export type Suite = {
  name: string;
  status: "passed" | "failed" | "skipped";
  durationSeconds: number | null;
  tests: TestCounts | null;
  /** 0…1 */
  successRate: number | null;
  /** 0…1, flaky / executed */
  flakeRate: number | null;
  latencyP50Ms: number | null;
  latencyP95Ms: number | null;
  latencyP99Ms: number | null;
  /** 0…1 */
  errorRate: number | null;
  vulnerabilities: VulnerabilityCounts | null;
  findings: Finding[];
  costUsd: number | null;
  violations: string[];
  artifacts: string[];
};

/** The one model that both wire forms are normalised into. */
export type Scorecard = {
  runId: string;
  /** Version named by the document; null when it names none. */
  release: string | null;
  commit: string | null;
  environment: string | null;
  overallPassed: boolean;
  suites: Suite[];
  /** Waivers that the document refers to, as written. */
  waivers: ClaimedWaiver[];
  /** RFC 3339 */
  generatedAt: string;
  owner: string | null;
};
/** A waiver that a document claims. Offline it is judged as written; online only the registry's count. */
export type ClaimedWaiver = {
  id: string | null;
  checkId: string | null;
  finding: string | null;
  expiresAt: string | null;
};
