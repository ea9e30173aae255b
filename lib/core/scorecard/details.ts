import { z } from "zod";
import { canonicalSuiteName } from "./suite-name";
import { playbookScorecard, playbookSuite, type ReportedFailure, runnerSuite, type SuiteThresholds } from "./wire";

/** What a pipeline may say about a suite that the gate does not judge, for people who want to know why. */
export type SuiteDetails = {
  /** As in the model of the same scorecard. */
  name: string;
  description: string | null;
  /** Whether a failure of it stops the suites after it; null when the document does not say. */
  blocking: boolean | null;
  thresholds: SuiteThresholds | null;
  /** At most 200, as they were sent. */
  failures: ReportedFailure[];
  attempts: number | null;
  /** Why it did not start; null when it ran, or when nothing was said. */
  notRun: string | null;
  /** As a multiple of the error budget. */
  errorBudgetBurn: number | null;
};

const told = {
  description: playbookSuite.shape.description,
  blocking: playbookSuite.shape.blocking,
  thresholds: playbookSuite.shape.thresholds,
  failures: playbookSuite.shape.failures,
  attempts: playbookSuite.shape.attempts,
  error_budget_burn: playbookSuite.shape.error_budget_burn,
  not_run: runnerSuite.shape.not_run,
};
type Told = { [K in keyof typeof told]: NonNullable<z.output<(typeof told)[K]>> };
const listed = z.object({ suites: z.array(z.record(z.string(), z.unknown())) });

/**
 * What a stored document, of either wire form, says beyond the model: one entry for each of its suites, in its order.
 * Never throws: documents outlive the rules that they were accepted under, so what cannot be read is left out.
 */
export function suiteDetails(document: unknown): SuiteDetails[] {
  const { data } = listed.safeParse(document);
  return (data?.suites ?? []).flatMap((suite) => {
    const name = suite.suite ?? suite.name;
    return typeof name === "string" ? [detailsOf(canonicalSuiteName(name), suite)] : [];
  });
}

function detailsOf(name: string, suite: Record<string, unknown>): SuiteDetails {
  const read = <K extends keyof Told>(key: K): Told[K] | null => {
    const { data } = told[key].safeParse(suite[key]);
    return (data as Told[K] | undefined) ?? null;
  };
  return {
    name,
    description: read("description"),
    blocking: read("blocking"),
    thresholds: read("thresholds"),
    failures: read("failures") ?? [],
    attempts: read("attempts"),
    notRun: read("not_run"),
    errorBudgetBurn: read("error_budget_burn"),
  };
}

/** Where the run can be looked at, as the document says; null for none, and for anything but an http or https address. */
export function runUrlOf(document: unknown): string | null {
  return z.object({ run_url: playbookScorecard.shape.run_url }).safeParse(document).data?.run_url ?? null;
}
