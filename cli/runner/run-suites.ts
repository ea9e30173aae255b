import type { Io } from "../io";
import type { Span, Telemetry } from "../telemetry/telemetry";
import type { Attempt } from "./attempt";
import type { SuiteConfig } from "./config";
import type { RunPlan } from "./plan";
import type { Progress } from "./progress";
import { runSuite, type SuiteOutcome, suiteNotRun } from "./suite";

type World = { telemetry: Telemetry; progress: Progress; signal: AbortSignal };

/** Runs the suites in their order. Those after a blocking one that did not pass are listed, not run. */
export async function runSuites(io: Io, plan: RunPlan, world: World): Promise<SuiteOutcome[]> {
  const outcomes: SuiteOutcome[] = [];
  for (const suite of plan.suites) {
    const reason = reasonNotToRun(suite, plan, outcomes, world.signal);
    const outcome = await inSpan(io, suite, plan, world, reason);
    outcomes.push(outcome);
    await world.progress.suiteEnded(outcome);
  }
  return outcomes;
}

function reasonNotToRun(
  { name }: SuiteConfig,
  { only }: RunPlan,
  earlier: readonly SuiteOutcome[],
  signal: AbortSignal,
): string | null {
  if (signal.aborted) return "the run was interrupted";
  if (only && !only.has(name)) return `was not selected with --only ${[...only].join(",")}`;
  const blocking = earlier.find(
    ({ config, document, notRun }) => config.blocking && notRun === null && !document.passed,
  );
  return blocking ? `${blocking.config.name} did not pass, and is blocking` : null;
}

/** OpenTelemetry's conventions for CI/CD and for tests. */
function inSpan(
  io: Io,
  suite: SuiteConfig,
  { runId, environment, files }: RunPlan,
  { telemetry, progress, signal }: World,
  reason: string | null,
): Promise<SuiteOutcome> {
  const attributes = {
    "cicd.pipeline.task.name": suite.name,
    "cicd.pipeline.task.type": "test",
    "test.suite.name": suite.name,
  };
  return telemetry.span("readiness.suite", attributes, async (span) => {
    const context = { runId, environment, files, signal, traceparent: span.traceparent };
    const outcome = reason === null ? await runSuite(io, suite, context, progress) : suiteNotRun(suite, reason);
    describeEnd(span, outcome);
    return outcome;
  });
}

function describeEnd(span: Span, { attempts, notRun, document }: SuiteOutcome): void {
  const [result, status] = endOf(attempts.at(-1));
  span.setAttributes({
    "cicd.pipeline.task.run.result": result,
    "test.suite.run.status": status,
    "readiness.suite.attempts": attempts.length,
  });
  const reasons = document.threshold_violations ?? [];
  if (notRun !== null) span.addEvent("readiness.suite.not_run", { reason: notRun });
  else if (!document.passed) span.fail(reasons[0] ?? "did not pass");
}

function endOf(last: Attempt | undefined): [result: string, status: string] {
  if (!last) return ["skip", "skipped"];
  if (last.passed) return ["success", "success"];
  if (last.run.end === "timed_out") return ["timeout", "timed_out"];
  if (last.run.end === "interrupted") return ["cancellation", "aborted"];
  if (last.run.end === "not_started") return ["error", "failure"];
  return ["failure", "failure"];
}
