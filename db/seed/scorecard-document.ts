import type { EnvironmentSlug, ServiceSlug } from "./catalogue";
import { type Random, randomFrom } from "./random";
import { integrationFailures } from "./sample-tests";

/** How a readiness run turned out; the fault named is the only one. */
export type RunOutcome = "good" | "low-integration" | "medium-cve" | "critical-cve" | "slow" | "flaky";

export type RunSubject = { service: ServiceSlug; environment: EnvironmentSlug; version: string; commit: string };
export type Run = RunSubject & { runId: string; outcome: RunOutcome; generatedAt: Date; finding?: SampleFinding };
export type SampleFinding = { id: string; title: string };

type Counts = { total: number; passed: number; failed: number; skipped: number; flaky: number };
type SuiteDraft = { name: string; passed: boolean; measured: Record<string, unknown>; violations: string[] };

/** `readiness-scorecard.json` of one run: older services write the playbook's form, newer ones the runner's. */
export function scorecardDocument(run: Run, random: Random): Record<string, unknown> {
  const suites = [
    unit(run, random),
    integration(run, random),
    endToEnd(random),
    performance(run, random),
    security(run, random),
  ];
  const { service, environment, version, commit, runId, generatedAt } = run;
  const about = {
    release: version,
    run_id: runId,
    commit,
    environment,
    overall_passed: suites.every(({ passed }) => passed),
    waivers: [],
    generated_at: generatedAt.toISOString(),
    owner: "platform-readiness",
    run_url: `https://ci.meridian.example/runs/${runId}`,
  };
  const runnerForm = service === "scheduler" || service === "llm-runtime" || service === "eval-suite";
  return { ...about, suites: suites.map((each) => (runnerForm ? asRunnerSuite(each) : asPlaybookSuite(each))) };
}

const asPlaybookSuite = ({ name, passed, measured, violations }: SuiteDraft) => ({
  name,
  status: passed ? "passed" : "failed",
  ...measured,
  threshold_violations: violations,
});

const asRunnerSuite = ({ name, passed, measured, violations }: SuiteDraft) => {
  const { duration, ...rest } = measured;
  return { suite: name, passed, duration_seconds: duration, attempts: 1, ...rest, threshold_violations: violations };
};

function suite(name: string, measured: Record<string, unknown>, violations: string[] = []): SuiteDraft {
  return { name, passed: violations.length === 0, measured, violations };
}

function counts(total: number, failed: number, skipped: number, flaky: number): Counts {
  return { total, passed: total - failed - skipped, failed, skipped, flaky };
}

function unit({ outcome }: Run, random: Random): SuiteDraft {
  const total = random.int(1180, 1460);
  const flaky = outcome === "flaky" ? Math.ceil(total * 0.12) : random.int(0, 9);
  return suite("unit", { duration: random.decimal(48, 95, 1), tests: counts(total, 0, random.int(0, 12), flaky) });
}

function integration({ outcome, runId }: Run, random: Random): SuiteDraft {
  const total = random.int(236, 288);
  const failed = outcome === "low-integration" ? Math.ceil(total * 0.028) : random.int(0, 2);
  const tests = counts(total, failed, 0, random.int(0, 5));
  const rate = tests.passed / total;
  const violations = rate < 0.98 ? [`success rate ${rate.toFixed(3)} is below 0.98`] : [];
  return suite(
    "integration",
    {
      duration: random.decimal(280, 410, 1),
      tests,
      cost_usd: random.decimal(1, 3, 2),
      failures: integrationFailures(failed, randomFrom(`failures ${runId}`)),
    },
    violations,
  );
}

function endToEnd(random: Random): SuiteDraft {
  const tests = counts(random.int(58, 74), 0, random.int(0, 2), random.int(0, 2));
  return suite("end-to-end", { duration: random.decimal(520, 780, 1), tests, cost_usd: random.decimal(4, 9, 2) });
}

function performance({ outcome }: Run, random: Random): SuiteDraft {
  const p95 = outcome === "slow" ? random.decimal(204, 219, 1) : random.decimal(138, 188, 1);
  const measured = {
    duration: random.decimal(600, 720, 1),
    tests: counts(18, 0, 0, 0),
    p50_latency_ms: Number((p95 * 0.46).toFixed(1)),
    p95_latency_ms: p95,
    p99_latency_ms: Number((p95 * 1.31).toFixed(1)),
    error_rate: random.decimal(0, 0.004, 4),
  };
  return suite("performance", measured, p95 < 200 ? [] : [`P95 ${p95} ms is not below 200 ms`]);
}

function security({ outcome, finding }: Run, random: Random): SuiteDraft {
  const [critical, medium] = [outcome === "critical-cve" ? 1 : 0, outcome === "medium-cve" ? 1 : 0];
  const severity = critical ? "critical" : "medium";
  const measured = {
    duration: random.decimal(70, 140, 1),
    tests: counts(6, critical, 0, 0),
    vulnerabilities: { critical, high: 0, medium, low: random.int(0, 7) },
    findings: finding && critical + medium > 0 ? [{ ...finding, severity }] : [],
  };
  return suite("security", measured, critical ? [`1 critical vulnerability: ${finding?.id ?? "unnamed"}`] : []);
}
