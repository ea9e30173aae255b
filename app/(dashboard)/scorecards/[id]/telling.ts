import type { TellingSuite } from "@/components/scorecard/suite-table";
import type { SuiteDetails } from "@/lib/core/scorecard/details";
import type { Suite } from "@/lib/core/scorecard/model";

const NOTHING: Omit<SuiteDetails, "name"> = {
  description: null,
  blocking: null,
  thresholds: null,
  failures: [],
  attempts: null,
  notRun: null,
  errorBudgetBurn: null,
};

/** Each suite of the model with what its document says beyond it. */
export function telling(suites: readonly Suite[], details: readonly SuiteDetails[]): TellingSuite[] {
  return suites.map((suite) => ({
    suite,
    details: details.find(({ name }) => name === suite.name) ?? { ...NOTHING, name: suite.name },
  }));
}
