import { flakeRateOf, successRateOf } from "@/lib/core/scorecard/rates";
import { thresholdViolations } from "@/lib/core/scorecard/thresholds";
import type { SuiteThresholds } from "@/lib/core/scorecard/wire";
import type { ServiceSlug } from "./catalogue";
import type { Random } from "./random";
import { failureOf, SAMPLE_TESTS, type SampleTest } from "./sample-tests";

export type NightlyRun = { service: ServiceSlug; commit: string; runId: string; at: Date; broken: string[] };
type Outcome = "passed" | "failed" | "flaky";
type Result = SampleTest & { outcome: Outcome; durationMs: number };

/** Tests that do not always end the same, and how often; nobody would guess from one run which they are. */
const FLAKES: Partial<Record<ServiceSlug, Record<string, number>>> = {
  "service-api": {
    "retries when the partner's sandbox answers late": 0.22,
    "orders two writers": 0.08,
    "a signed release reaches production": 0.05,
  },
  "eval-suite": {
    "waits for the judge simulator": 0.42,
    "compares slices in parallel": 0.25,
    "buffers without an exporter": 0.06,
  },
};
/** A flaky test passes on its retry, nearly always. */
const FAILS_TWICE = 0.12;

type SuitePlan = { name: string; description: string; blocking: boolean; thresholds: SuiteThresholds };
const SUITES: SuitePlan[] = [
  plan("unit", "Module fidelity", { min_success_rate: 0.98, max_duration_seconds: 120 }),
  plan("integration", "Ingest → plan → map → audit → eval", { min_success_rate: 0.98, max_flake_rate: 0.25 }),
  plan("end-to-end", "CLI and service against staging", { min_success_rate: 1 }, false),
  plan("performance", "P95 of every endpoint", { max_p95_ms: 200, max_error_rate: 0.01 }, false),
  plan("security", "Dependencies and images", { max_vulnerabilities: { critical: 0, high: 0 } }, false),
];

function plan(name: string, description: string, thresholds: SuiteThresholds, blocking = true): SuitePlan {
  return { name, description, blocking, thresholds };
}

/** What one night's run found: `readiness-scorecard.json` and `readiness_tests.json` that tell the same. */
export function nightlyDocuments(run: NightlyRun, random: Random) {
  const suites: Record<string, unknown>[] = [];
  const tested: { suite: string; tests: Record<string, unknown>[] }[] = [];
  let stoppedBy = "";
  for (const each of SUITES) {
    const asked = {
      suite: each.name,
      description: each.description,
      blocking: each.blocking,
      thresholds: each.thresholds,
    };
    if (stoppedBy) {
      suites.push({ ...asked, passed: false, not_run: `${stoppedBy} failed and blocks the suites after it` });
      continue;
    }
    const results = resultsOf(each.name, run, random);
    const told = measured(each, results, random);
    suites.push({ ...asked, ...told });
    if (results.length > 0) tested.push({ suite: each.name, tests: results.map(testOf) });
    if (!told.passed && each.blocking) stoppedBy = each.name;
  }
  const { commit, runId, at } = run;
  const about = { run_id: runId, commit, environment: "staging" };
  return {
    scorecard: {
      ...about,
      overall_passed: suites.every(({ passed }) => passed === true),
      generated_at: at.toISOString(),
      owner: "platform-readiness",
      run_url: `https://ci.meridian.example/runs/${runId}`,
      suites,
    },
    tests: { ...about, ran_at: at.toISOString(), suites: tested },
  };
}

function resultsOf(suite: string, { service, broken }: NightlyRun, random: Random): Result[] {
  return SAMPLE_TESTS.filter((test) => test.suite === suite).map((test) => {
    const durationMs = Math.round(test.usualMs * random.decimal(0.8, 1.3, 3));
    const isFlaky = random.next() < (FLAKES[service]?.[test.name] ?? 0);
    const flaked: Outcome = random.next() < FAILS_TWICE ? "failed" : "flaky";
    const outcome: Outcome = broken.includes(test.name) ? "failed" : isFlaky ? flaked : "passed";
    return { ...test, outcome, durationMs: outcome === "passed" ? durationMs : durationMs * 2 };
  });
}

const testOf = ({ name, group, file, outcome, durationMs }: Result) => ({
  name,
  group,
  file,
  outcome,
  duration_ms: durationMs,
});

function measured({ name, thresholds }: SuitePlan, results: Result[], random: Random) {
  const failed = results.filter(({ outcome }) => outcome === "failed");
  const total = Math.max(results.length, 1);
  const flaky = results.filter(({ outcome }) => outcome === "flaky").length;
  const tests = { total, passed: total - failed.length, failed: failed.length, skipped: 0, flaky };
  const spent = results.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000;
  const isPerformance = name === "performance";
  const latencyP95Ms = isPerformance ? random.decimal(142, 183, 1) : null;
  const errorRate = isPerformance ? random.decimal(0, 0.004, 4) : null;
  const vulnerabilities = name === "security" ? { critical: 0, high: 0, medium: 0, low: random.int(0, 5) } : null;
  const durationSeconds = Number((spent + random.decimal(20, 31, 1)).toFixed(1));
  const rates = { successRate: successRateOf(tests), flakeRate: flakeRateOf(tests), errorRate };
  const known = { durationSeconds, ...rates, latencyP95Ms, errorBudgetBurn: null, vulnerabilities };
  const violations = thresholdViolations(thresholds, known);
  return {
    passed: violations.length === 0,
    duration_seconds: durationSeconds,
    attempts: flaky + failed.length > 0 ? 2 : 1,
    tests,
    ...(isPerformance && { p95_latency_ms: latencyP95Ms, error_rate: errorRate }),
    ...(vulnerabilities && { vulnerabilities }),
    failures: failed.map((test) => failureOf(test, random)),
    threshold_violations: violations,
  };
}
