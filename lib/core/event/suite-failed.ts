import { z } from "zod";
import { type SuiteDetails, suiteDetails } from "@/lib/core/scorecard/details";
import type { Scorecard, Suite } from "@/lib/core/scorecard/model";

/** A suite of a stored run did not pass. */
export const SUITE_FAILED = "readiness.suite_failed";
/** Names of events; alerts and pages are made of them. */
export const EVENT_NAMES = [SUITE_FAILED] as const;
export type EventName = (typeof EVENT_NAMES)[number];

/** What a `readiness.suite_failed` says. */
export const suiteFailedData = z.strictObject({
  suite: z.string(),
  reasons: z.array(z.string()).describe("Why it did not pass; never empty"),
  failingTests: z.array(z.string()).describe("At most ten, as the report names them"),
  failingTestsTotal: z.int().describe("How many tests failed, as far as it is known"),
  notRun: z.array(z.string()).describe("Suites after it that were not run because of it"),
  run: z.string(),
  commit: z.string(),
  environment: z.string(),
  links: z.strictObject({
    scorecard: z.string().describe("Path of its page here"),
    run: z.string().nullable().describe("Where the pipeline's run can be looked at"),
  }),
});
export type SuiteFailedData = z.output<typeof suiteFailedData>;
export type FailedSuite = Pick<SuiteFailedData, "suite" | "reasons" | "failingTests" | "failingTestsTotal" | "notRun">;

const MOST_TESTS = 10;
const MOST_REASONS = 20;

/**
 * The suites of a scorecard that failed, in its order. Skipped suites did not fail; those that were not run are named by
 * the failing suite before them, a blocking one where there is one. `document` is the raw document of the model.
 */
export function failedSuites({ suites }: Scorecard, document: unknown): FailedSuite[] {
  const details = new Map(suiteDetails(document).map((each) => [each.name, each]));
  const failed = suites.filter(({ status }) => status === "failed");
  const blockers = new Map<string, string[]>();
  for (const [index, { name }] of suites.entries()) {
    if (!details.get(name)?.notRun) continue;
    const before = suites.slice(0, index).filter(({ status }) => status === "failed");
    const blocker = before.findLast((suite) => details.get(suite.name)?.blocking) ?? before.at(-1);
    if (blocker) blockers.set(blocker.name, [...(blockers.get(blocker.name) ?? []), name]);
  }
  return failed.map((suite) => failedSuite(suite, details.get(suite.name)?.failures ?? [], blockers));
}

function failedSuite(
  { name, violations, tests }: Suite,
  failures: SuiteDetails["failures"],
  blockers: ReadonlyMap<string, string[]>,
): FailedSuite {
  const failingTestsTotal = Math.max(tests?.failed ?? 0, failures.length);
  const counted = failingTestsTotal === 1 ? "1 test failed" : `${failingTestsTotal} tests failed`;
  const otherwise = failingTestsTotal > 0 ? [counted] : ["the pipeline says that it failed"];
  return {
    suite: name,
    reasons: violations.length > 0 ? violations.slice(0, MOST_REASONS) : otherwise,
    failingTests: failures.slice(0, MOST_TESTS).map((failure) => failure.name),
    failingTestsTotal,
    notRun: blockers.get(name) ?? [],
  };
}
