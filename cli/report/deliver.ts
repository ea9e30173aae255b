import type { Verdict } from "@/lib/core/gate/verdict";
import { type Io, setting } from "../io";
import { githubAnnotations, githubSummary } from "./github";
import { humanReport } from "./human";
import { jsonReport } from "./json";
import { appendStepSummary } from "./step-summary";
import { type Context, UNVERIFIED } from "./text";

export type ReportOptions = { json?: boolean; github?: boolean };

/** Prints a verdict: for people or as JSON, and where a GitHub workflow runs, on its summary page too. */
export async function deliverVerdict(
  io: Io,
  verdict: Verdict,
  context: Context,
  options: ReportOptions,
): Promise<void> {
  if (options.json) {
    if (context.unverified) io.err(`readiness: ${UNVERIFIED}\n`);
    io.out(jsonReport(verdict));
  } else {
    io.out(humanReport(verdict, context));
  }
  if (!options.github && !setting(io, "GITHUB_STEP_SUMMARY")) return;
  // Standard output is one JSON document with --json; the runner reads commands from both streams.
  const tellRunner = options.json ? io.err : io.out;
  tellRunner(githubAnnotations(verdict, context));
  await appendStepSummary(io, githubSummary(verdict, context));
}
