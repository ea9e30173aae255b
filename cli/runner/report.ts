import type { RunnerScorecard } from "@/lib/core/scorecard/wire";
import type { TestResultsDocument } from "@/lib/core/test-results/wire";
import type { Closing } from "../telemetry/telemetry";
import type { Attempt } from "./attempt";
import { rounded } from "./duration";
import type { RunPlan } from "./plan";
import type { SuiteOutcome } from "./suite";

export type Ran = {
  plan: RunPlan;
  suites: readonly SuiteOutcome[];
  scorecard: RunnerScorecard;
  /** Null: no suite reported a test, and there is no file of them. */
  tests: TestResultsDocument | null;
  interrupted: boolean;
  startedAt: Date;
  finishedAt: Date;
  durationSeconds: number;
  traceId: string;
};

export type Submission = { submitted: boolean; reason: string | null };
/** Null: it was not asked for, or did not come to it. */
export type Afterwards = { telemetry: Closing | null; submission: Submission | null };

/** `readiness_report.json`: the whole run for people and scripts, with the places of all its files. */
export function reportOf(ran: Ran, { telemetry, submission }: Afterwards): Record<string, unknown> {
  const { plan, scorecard } = ran;
  return {
    run_id: plan.runId,
    release: plan.release ?? null,
    service: plan.service ?? null,
    environment: plan.environment,
    commit: plan.commit,
    owner: plan.owner ?? null,
    started_at: ran.startedAt.toISOString(),
    finished_at: ran.finishedAt.toISOString(),
    duration_seconds: ran.durationSeconds,
    overall_passed: scorecard.overall_passed === true,
    interrupted: ran.interrupted,
    suites: ran.suites.map(({ document, attempts }) => ({ ...document, attempts: attempts.map(attemptOf) })),
    files: {
      logs: plan.files.logs,
      scorecard: plan.files.scorecard,
      tests: ran.tests ? plan.files.tests : null,
      metrics: plan.files.metrics,
      report: plan.files.report,
    },
    run_url: plan.runUrl ?? null,
    trace_id: ran.traceId,
    telemetry: telemetry ?? { exported: false, reason: "the run has not come to it" },
    submission,
  };
}

function attemptOf({ number, run, passed, reasons, stdout, stderr, reports }: Attempt): Record<string, unknown> {
  return {
    attempt: number,
    passed,
    end: run.end,
    exit_code: run.end === "exited" ? run.code : null,
    signal: run.end === "signalled" ? run.signal : null,
    reasons,
    started_at: run.startedAt.toISOString(),
    finished_at: run.finishedAt.toISOString(),
    duration_seconds: rounded(run.durationSeconds),
    stdout,
    stderr,
    reports,
  };
}
