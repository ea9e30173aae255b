import type { Verdict } from "@/lib/core/gate/verdict";
import { CliError } from "../exit";
import { appendText } from "../files/write";
import { type Io, setting } from "../io";
import { githubAnnotations, githubSummary } from "./github";
import { humanReport } from "./human";
import { jsonReport } from "./json";
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
  const summaryFile = setting(io, "GITHUB_STEP_SUMMARY");
  if (!options.github && !summaryFile) return;
  // Standard output is one JSON document with --json; the runner reads commands from both streams.
  const tellRunner = options.json ? io.err : io.out;
  tellRunner(githubAnnotations(verdict, context));
  if (summaryFile) await appendSummary(io, summaryFile, githubSummary(verdict, context));
}

/** In a container the file may not be there; that changes nothing about the verdict. */
async function appendSummary(io: Io, path: string, text: string): Promise<void> {
  try {
    await appendText(io, path, text);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    io.err(`readiness: warning: no summary was written: ${error.message}\n`);
  }
}
