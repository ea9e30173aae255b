import type { SuiteDetails } from "./details";
import type { Suite } from "./model";
import { type JudgedThreshold, judgeThresholds } from "./thresholds";

/**
 * What the pipeline asked of one suite of a stored scorecard, judged as the runner judged it; a rate that was stated
 * without counts counts here too.
 */
export function askedThresholds(suite: Suite, { thresholds, errorBudgetBurn }: SuiteDetails): JudgedThreshold[] {
  return judgeThresholds(thresholds ?? {}, { ...suite, errorBudgetBurn });
}
