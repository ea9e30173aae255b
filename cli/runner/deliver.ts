import { type Io, setting } from "../io";
import { runAnnotations, runSummary } from "../report/run-github";
import { appendStepSummary } from "../report/step-summary";
import { plain } from "../report/text";
import { durationText } from "./duration";
import type { Ran } from "./report";

/** The end of a run for people; where a GitHub workflow runs, on its page too. `tell` is where people read. */
export async function deliverRun(
  io: Io,
  { plan, scorecard, interrupted, tests: results, durationSeconds }: Ran,
  tell: (text: string) => void,
): Promise<void> {
  const passed = scorecard.suites.filter((suite) => suite.passed).length;
  const verdict = scorecard.overall_passed ? "PASSED" : "NOT PASSED";
  const { scorecard: card, tests, metrics, report, logs } = plan.files;
  const lines = [
    "",
    `${verdict}: ${passed} of ${scorecard.suites.length} suites passed in ${durationText(durationSeconds)}`,
    ...(interrupted ? ["The run was interrupted."] : []),
    ...(plan.only && plan.only.size < plan.suites.length ? ["Suites that were not selected count as not passed."] : []),
    `Files: ${[card, ...(results ? [tests] : []), metrics, report, `${logs}/`].map(plain).join(", ")}`,
  ];
  tell(`${lines.join("\n")}\n`);
  if (setting(io, "GITHUB_ACTIONS") || setting(io, "GITHUB_STEP_SUMMARY")) {
    tell(runAnnotations(scorecard));
    await appendStepSummary(io, runSummary(scorecard));
  }
}
