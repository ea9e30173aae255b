import { EXIT, EXIT_SUCCESS } from "../exit";
import { writeJson } from "../files/write";
import { type Io, setting } from "../io";
import { jsonReport } from "../report/json";
import { deliverRun } from "../runner/deliver";
import { type PlanOptions, planRun, prepareFiles, type RunPlan } from "../runner/plan";
import { reportOf } from "../runner/report";
import { runAndKeep } from "../runner/run";
import { checkSubmission, submitRun } from "../runner/submit";
import type { ConnectionOptions } from "../server/connection";
import { openTelemetry } from "../telemetry/telemetry";

export type RunOptions = PlanOptions & ConnectionOptions & { json?: boolean; submit?: boolean };

/** Runs the suites and keeps what they found. Gives the exit code: 0 only when every suite passed. */
export async function runReadiness(io: Io, options: RunOptions): Promise<number> {
  const plan = await planRun(io, options);
  if (options.submit) await checkSubmission(io, plan, options);
  await prepareFiles(io, plan);
  // With --json standard output is one JSON document.
  const tell = options.json ? io.err : io.out;
  const telemetry = await openTelemetry(io, {});
  const run = telemetry.span("readiness.run", attributesOf(io, plan), async (span) => {
    const ran = await runAndKeep(io, plan, { telemetry, span, tell });
    const sends = options.submit === true && !ran.interrupted;
    return { ran, submission: sends ? await submitRun({ ...io, out: tell }, ran, options) : null };
  });
  const { ran, submission } = await run.finally(() => telemetry.close());
  const report = reportOf(ran, { telemetry: await telemetry.close(), submission });
  await writeJson(io, plan.files.report, report);
  await deliverRun(io, ran, tell);
  if (options.submit && ran.interrupted) io.err("readiness: nothing was submitted: the run was interrupted\n");
  if (options.json) io.out(jsonReport(report));
  if (submission && !submission.submitted) return EXIT.failure;
  return ran.scorecard.overall_passed ? EXIT_SUCCESS : EXIT.reject;
}

/** OpenTelemetry's conventions for CI/CD. */
function attributesOf(io: Io, { runId, commit, environment, service, release }: RunPlan) {
  const pipeline = setting(io, "GITHUB_WORKFLOW") ?? setting(io, "CI_PIPELINE_NAME") ?? "readiness";
  return {
    "cicd.pipeline.name": pipeline,
    "cicd.pipeline.run.id": runId,
    "vcs.ref.head.revision": commit,
    "deployment.environment.name": environment,
    ...(service === undefined ? {} : { "readiness.service": service }),
    ...(release === undefined ? {} : { "readiness.release": release }),
  };
}
