import { CliError } from "../exit";
import { appendText } from "../files/write";
import { type Io, setting } from "../io";

/** Adds to the summary page of a workflow's run, where there is one. That it fails changes nothing about the result. */
export async function appendStepSummary(io: Io, text: string): Promise<void> {
  const path = setting(io, "GITHUB_STEP_SUMMARY");
  if (!path) return;
  try {
    await appendText(io, path, text);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    io.err(`readiness: warning: no summary was written: ${error.message}\n`);
  }
}
