import type { MetricsDocument } from "@/lib/core/metrics/schema";
import { parseScorecard } from "@/lib/core/scorecard/parse";
import type { RunnerScorecard } from "@/lib/core/scorecard/wire";
import type { TestResultsDocument } from "@/lib/core/test-results/wire";
import { testsDocument } from "../scorecard/tests-document";
import type { MetricPoint } from "../telemetry/telemetry";
import type { RunPlan } from "./plan";
import type { SuiteOutcome } from "./suite";

/** The run as a scorecard. The core says whether it passed: only when every suite did. */
export function scorecardOf(plan: RunPlan, suites: readonly SuiteOutcome[], finishedAt: Date): RunnerScorecard {
  const { runId, release, commit, environment, owner, runUrl } = plan;
  const document: RunnerScorecard = {
    run_id: runId,
    ...(release === undefined ? {} : { release }),
    commit,
    environment,
    suites: suites.map(({ document }) => document),
    waivers: [],
    generated_at: finishedAt.toISOString(),
    ...(owner === undefined ? {} : { owner }),
    ...(runUrl === undefined ? {} : { run_url: runUrl }),
  };
  return { ...document, overall_passed: parseScorecard(document).overallPassed };
}

export function testResultsOf(
  { runId, commit, environment }: RunPlan,
  suites: readonly SuiteOutcome[],
  finishedAt: Date,
): TestResultsDocument | null {
  const tested = suites.map(({ config, tests }) => ({ suite: config.name, tests }));
  return testsDocument({ runId, commit, environment, ranAt: finishedAt.toISOString() }, tested);
}

export function metricsDocumentOf(
  { runId, commit, environment }: RunPlan,
  points: readonly MetricPoint[],
  finishedAt: Date,
): MetricsDocument {
  const taken_at = finishedAt.toISOString();
  return { run_id: runId, commit, environment, taken_at, metrics: [...points] };
}
