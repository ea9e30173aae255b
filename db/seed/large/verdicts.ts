import { evaluateGate } from "@/lib/core/gate/evaluate";
import type { Verdict, VerdictWord } from "@/lib/core/gate/verdict";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import type { Suite } from "@/lib/core/scorecard/model";
import { approvingFacts, approvingScorecard, NOW, passedSuite, scorecardFact } from "@/lib/core/testing/facts";

/** One verdict of the gate for each word, without links to evidence: of this sample only the figures are kept. */
export function sampleVerdicts(): Record<VerdictWord, Verdict> {
  const missed = passedSuite("integration", {
    status: "failed",
    tests: { total: 200, passed: 194, failed: 6, skipped: 0, flaky: 2 },
    successRate: 0.97,
  });
  const vulnerable = passedSuite("security", {
    status: "failed",
    vulnerabilities: { critical: 1, high: 0, medium: 0, low: 2 },
  });
  return {
    approve: judged(null),
    waiver_required: judged(missed),
    reject: judged(vulnerable),
  };
}

function judged(failing: Suite | null): Verdict {
  const passing = approvingScorecard();
  const suites = passing.suites.map((suite) => (failing?.name === suite.name ? failing : suite));
  const scorecard = scorecardFact({ ...passing, suites, overallPassed: failing === null });
  const verdict = evaluateGate(
    DEFAULT_POLICY,
    approvingFacts({ scorecard: { state: "found", value: scorecard } }),
    NOW,
  );
  return { ...verdict, checks: verdict.checks.map((check) => ({ ...check, evidence: null })) };
}
