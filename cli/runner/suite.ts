import type { TestCounts } from "@/lib/core/scorecard/model";
import { flakeRateOf, successRateOf } from "@/lib/core/scorecard/rates";
import type { TestResult } from "@/lib/core/test-results/wire";
import { SuiteEvidence, type SuiteResult } from "../adapters/suite-evidence";
import type { Io } from "../io";
import { type SuiteDocument, suiteDocument } from "../scorecard/suite-document";
import { type Attempt, runAttempt, type SuiteContext } from "./attempt";
import type { SuiteConfig } from "./config";
import { rounded } from "./duration";
import { measurementsOf } from "./judge-attempt";
import type { Progress } from "./progress";

/** How a suite ended. Not run: no attempt, and why. */
export type SuiteOutcome = {
  config: SuiteConfig;
  attempts: Attempt[];
  notRun: string | null;
  document: SuiteDocument;
  tests: readonly TestResult[];
};

const MOST_CHARACTERS = 1000;

/** Runs a suite until an attempt passes or there are no retries left. What failed on the way stays in the evidence. */
export async function runSuite(
  io: Io,
  suite: SuiteConfig,
  context: SuiteContext,
  progress: Progress,
): Promise<SuiteOutcome> {
  const evidence = new SuiteEvidence(suite.name);
  const attempts: Attempt[] = [];
  const most = suite.retries + 1;
  for (let number = 1; number <= most; number += 1) {
    progress.attemptStarted(suite, number);
    const attempt = await runAttempt(io, { suite, number, evidence, context });
    attempts.push(attempt);
    if (attempt.passed || context.signal.aborted) break;
    if (number < most) progress.attemptFailed(suite, attempt);
  }
  return { config: suite, attempts, notRun: null, ...documents(suite, attempts, evidence.result()) };
}

export function suiteNotRun(suite: SuiteConfig, reason: string): SuiteOutcome {
  const document = { suite: suite.name, passed: false, not_run: reason.slice(0, MOST_CHARACTERS), ...asked(suite) };
  return { config: suite, attempts: [], notRun: reason, document, tests: [] };
}

function documents(
  suite: SuiteConfig,
  attempts: readonly Attempt[],
  result: SuiteResult,
): Pick<SuiteOutcome, "document" | "tests"> {
  const last = attempts.at(-1);
  if (!last) throw new Error("a suite that runs has an attempt");
  const { errorBudgetBurn } = measurementsOf(suite, last.run, result);
  const document = suiteDocument(suite.name, result, {
    ...asked(suite),
    passed: last.passed,
    attempts: attempts.length,
    duration_seconds: rounded(last.run.durationSeconds),
    ...(result.tests ? ratesOf(result.tests) : {}),
    ...(errorBudgetBurn === null ? {} : { error_budget_burn: errorBudgetBurn }),
    threshold_violations: last.reasons,
    artifacts: pathsOf(last, attempts),
  });
  const { suite: name, passed, ...rest } = document;
  return { document: { suite: name, passed, ...rest }, tests: result.results };
}

function ratesOf(tests: TestCounts): Partial<SuiteDocument> {
  const [success, flake] = [successRateOf(tests), flakeRateOf(tests)];
  return success === null || flake === null ? {} : { success_rate: success, flake_rate: flake };
}

const asked = ({ description, blocking, thresholds }: SuiteConfig) => ({
  ...(description === undefined ? {} : { description }),
  blocking,
  ...(Object.keys(thresholds).length === 0 ? {} : { thresholds }),
});

/** What it left, then its reports, then its logs. */
function pathsOf(last: Attempt, attempts: readonly Attempt[]): string[] {
  const logs = attempts.flatMap(({ stdout, stderr }) => [stdout, stderr]);
  const all = [...last.artifacts, ...attempts.flatMap(({ reports }) => reports), ...logs];
  return all.filter((path) => path.length <= MOST_CHARACTERS);
}
