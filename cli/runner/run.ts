import { parseScorecard } from "@/lib/core/scorecard/parse";
import { writeJson } from "../files/write";
import type { Io } from "../io";
import { interruptible } from "../process/interruption";
import { plain } from "../report/text";
import type { Span, Telemetry } from "../telemetry/telemetry";
import { metricsDocumentOf, scorecardOf, testResultsOf } from "./documents";
import { rounded } from "./duration";
import { recordMetrics } from "./measure";
import type { RunPlan } from "./plan";
import { Progress } from "./progress";
import { type Ran, reportOf } from "./report";
import { runSuites } from "./run-suites";

type World = { telemetry: Telemetry; span: Span; tell(text: string): void };

/** Runs the suites and writes the files at once: nothing that happens afterwards takes anything from them. */
export async function runAndKeep(io: Io, plan: RunPlan, { telemetry, span, tell }: World): Promise<Ran> {
  const about = `of ${plan.commit.slice(0, 12)} for ${plan.environment}`;
  tell(`Readiness run ${plain(plan.runId)} ${about}: ${plan.suites.length} suites\n`);
  const [startedAt, start] = [io.now(), performance.now()];
  const { suites, interrupted } = await interruptible(async (signal) => {
    const progress = new Progress(io, tell);
    try {
      return { suites: await runSuites(io, plan, { telemetry, progress, signal }), interrupted: signal.aborted };
    } finally {
      progress.stop();
    }
  });
  const finishedAt = io.now();
  const scorecard = scorecardOf(plan, suites, finishedAt);
  const ran: Ran = {
    plan,
    suites,
    scorecard,
    tests: testResultsOf(plan, suites, finishedAt),
    // Asked when there was nothing left to end.
    interrupted: interrupted && scorecard.overall_passed !== true,
    startedAt,
    finishedAt,
    durationSeconds: rounded((performance.now() - start) / 1000),
    traceId: span.traceId,
  };
  const { commit, environment } = plan;
  recordMetrics(telemetry, parseScorecard(scorecard), { commit, environment, durationSeconds: ran.durationSeconds });
  await keepFiles(io, ran, telemetry);
  concludeSpan(span, ran);
  return ran;
}

async function keepFiles(io: Io, ran: Ran, telemetry: Telemetry): Promise<void> {
  const { plan, tests, scorecard, finishedAt } = ran;
  const { files } = plan;
  if (tests) await writeJson(io, files.tests, tests);
  await writeJson(io, files.metrics, metricsDocumentOf(plan, telemetry.points(), finishedAt));
  await writeJson(io, files.report, reportOf(ran, { telemetry: null, submission: null }));
  // Last: a run whose scorecard is there has ended, and is not run again under its id.
  await writeJson(io, files.scorecard, scorecard);
}

function concludeSpan(span: Span, { scorecard, interrupted }: Ran): void {
  const failed = scorecard.suites.filter(({ passed }) => !passed).map(({ suite }) => suite);
  const ended = scorecard.overall_passed ? "success" : "failure";
  span.setAttributes({
    "cicd.pipeline.result": interrupted ? "cancellation" : ended,
    "readiness.overall_passed": scorecard.overall_passed === true,
    "readiness.suites.failed": failed,
  });
  if (failed.length > 0) span.fail(`did not pass: ${failed.join(", ")}`);
}
