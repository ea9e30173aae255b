import { invalid } from "@/lib/core/errors";
import type { ClaimedWaiver, Finding, Suite, TestCounts } from "./model";
import { contradicts, countsFault, executedTests, flakeRateOf, successRateOf } from "./rates";
import { canonicalSuiteName } from "./suite-name";
import type { MeasuredSuite, PlaybookScorecard } from "./wire";

/** Brings one suite of either wire form into the model. `path` is its place, for errors (`suites[0]`). */
export function normaliseSuite(name: string, status: Suite["status"], suite: MeasuredSuite, path: string): Suite {
  const counts = suite.tests ?? null;
  if (counts) checkCounts(counts, suite, path);
  const violations = [...(suite.threshold_violations ?? [])];
  if (counts && executedTests(counts) === 0) violations.push("no test was executed");
  const findings = (suite.findings ?? []).map(({ id, severity, title }) => ({ id, severity, title: title ?? null }));
  checkFindings(findings, suite, path);
  return {
    name: canonicalSuiteName(name),
    status: status === "passed" && violations.length > 0 ? "failed" : status,
    durationSeconds: duration(suite, path),
    tests: counts,
    successRate: counts ? successRateOf(counts) : (suite.success_rate ?? null),
    flakeRate: counts ? flakeRateOf(counts) : (suite.flake_rate ?? null),
    latencyP50Ms: suite.p50_latency_ms ?? null,
    latencyP95Ms: suite.p95_latency_ms ?? null,
    latencyP99Ms: suite.p99_latency_ms ?? null,
    errorRate: suite.error_rate ?? null,
    vulnerabilities: suite.vulnerabilities ?? null,
    findings,
    costUsd: suite.cost_usd ?? null,
    violations,
    artifacts: [...(suite.artifacts ?? [])],
  };
}

function checkCounts(counts: TestCounts, suite: MeasuredSuite, path: string): void {
  const fault = countsFault(counts);
  if (fault) throw invalid(`${path}.tests`, fault);
  const [success, flake] = [successRateOf(counts), flakeRateOf(counts)];
  if (contradicts(suite.success_rate, success)) {
    throw invalid(`${path}.success_rate`, `contradicts the counts, which give ${success}`);
  }
  if (contradicts(suite.flake_rate, flake)) {
    throw invalid(`${path}.flake_rate`, `contradicts the counts, which give ${flake}`);
  }
}

function checkFindings(findings: Finding[], suite: MeasuredSuite, path: string): void {
  const seen = new Set<string>();
  for (const [index, { id }] of findings.entries()) {
    if (seen.has(id.toLowerCase())) throw invalid(`${path}.findings[${index}].id`, `${id} is listed twice`);
    seen.add(id.toLowerCase());
  }
  if (!suite.vulnerabilities) return;
  for (const severity of ["critical", "high", "medium", "low"] as const) {
    const named = findings.filter((each) => each.severity === severity).length;
    const counted = suite.vulnerabilities[severity];
    if (named > counted) {
      throw invalid(`${path}.vulnerabilities.${severity}`, `is ${counted}, but ${named} findings of it are listed`);
    }
  }
}

function duration(suite: MeasuredSuite, path: string): number | null {
  const { duration: plain, duration_seconds: seconds } = suite;
  if (plain !== undefined && seconds !== undefined && plain !== seconds) {
    throw invalid(`${path}.duration`, "differs from duration_seconds; give one of them");
  }
  return seconds ?? plain ?? null;
}

/** Waivers that the document refers to, as written. */
export function normaliseClaims(claims: PlaybookScorecard["waivers"]): ClaimedWaiver[] {
  return (claims ?? []).map((claim) => {
    if (typeof claim === "string") return { id: claim, checkId: null, finding: null, expiresAt: null };
    const { id, check, finding, expires_at } = claim;
    return { id: id ?? null, checkId: check ?? null, finding: finding ?? null, expiresAt: expires_at ?? null };
  });
}
