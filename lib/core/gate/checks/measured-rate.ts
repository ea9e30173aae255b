import type { ConfidencePolicy } from "@/lib/core/policy/model";
import type { Suite, TestCounts } from "@/lib/core/scorecard/model";
import { executedTests, flakeRateOf, rateWithInterval, successRateOf } from "@/lib/core/scorecard/rates";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";
import { plainNumber } from "../judgement";
import { fact, type Known, noFact } from "../known";

/** What is shown, the number that is held against the limit, and the words for it in a sentence. */
export type MeasuredRate = { observed: number | string; judged: number; wording: string };

type RateRule = {
  name: string;
  subject: string;
  stated: number | null;
  counted: (tests: TestCounts) => number | null;
  of: "success" | "flake";
  /** The end of the interval that speaks against the suite. */
  bound: "low" | "high";
};

/** passed / executed; with a confidence policy judged by the lower bound of its interval. */
export function successRate(suite: Suite, confidence?: ConfidencePolicy): Known<MeasuredRate> {
  const subject = `the ${suite.name} suite`;
  const rule = { name: "success rate", subject, stated: suite.successRate, counted: successRateOf } as const;
  return measuredRate(suite, { ...rule, of: "success", bound: "low" }, confidence);
}

/** flaky / executed; with a confidence policy judged by the upper bound of its interval. */
export function flakeRate(suite: Suite, confidence?: ConfidencePolicy): Known<MeasuredRate> {
  const rule = { name: "flake rate", subject: suite.name, stated: suite.flakeRate, counted: flakeRateOf } as const;
  return measuredRate(suite, { ...rule, of: "flake", bound: "high" }, confidence);
}

function measuredRate(
  { name, tests }: Suite,
  rule: RateRule,
  confidence: ConfidencePolicy | undefined,
): Known<MeasuredRate> {
  const rate = tests ? rule.counted(tests) : rule.stated;
  if (rate === null) return noFact("missing", `${rule.subject} reports no ${rule.name}`);
  if (!confidence?.suites.includes(canonicalSuiteName(name)))
    return fact({ observed: rate, judged: rate, wording: plainNumber(rate) });
  const { level, minimumSample } = confidence;
  if (!tests) {
    const stated = `${rule.subject} states a ${rule.name} of ${plainNumber(rate)} without test counts`;
    return noFact("missing", `${stated}, from which the policy's confidence is computed`);
  }
  const executed = executedTests(tests);
  const counted = rateWithInterval(tests, level);
  if (executed < minimumSample || !counted) {
    const few = executed === 1 ? `1 test of ${name} is too few` : `${executed} tests of ${name} are too few`;
    return noFact("missing", `${few} to judge: the policy asks for at least ${minimumSample}`);
  }
  const judged = counted[rule.of].interval[rule.bound];
  const which = rule.bound === "low" ? "lower" : "upper";
  const wording = `${plainNumber(rate)} with ${which} bound ${plainNumber(judged)} (${level * 100}% confidence, ${executed} tests)`;
  return fact({ observed: wording, judged, wording });
}
