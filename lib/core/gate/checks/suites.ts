import type { Suite } from "@/lib/core/scorecard/model";
import { flakeRateOf, successRateOf } from "@/lib/core/scorecard/rates";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";
import type { PolicyCheckId } from "../check-ids";
import type { Context } from "../context";
import { cureOf, pipelineCure } from "../cures";
import { type Frame, fallsShort, type Judgement, notKnown, passes, plainNumber, whole } from "../judgement";
import { noFact } from "../known";
import { limitOf } from "../limit";
import { scorecardEvidence } from "./scorecard";

/** passed / executed of the integration suite, at least the threshold. */
export function integrationSuccessRate(context: Context): Judgement {
  return judgeSuite(context, "integration.success_rate", "integration", {
    unit: "rate",
    read: ({ tests, successRate }) => (tests ? successRateOf(tests) : successRate),
    meets: (observed, limit) => observed >= limit,
    wording: (observed, limit) => `success rate ${observed} is below ${limit}`,
    unknown: "the integration suite reports no success rate",
  });
}

/** P95 latency of the performance suite, below the threshold. */
export function performanceP95(context: Context): Judgement {
  return judgeSuite(context, "performance.p95_ms", "performance", {
    unit: "ms",
    read: ({ latencyP95Ms }) => latencyP95Ms,
    meets: (observed, limit) => observed < limit,
    wording: (observed, limit) => `P95 ${observed} ms is not below ${limit} ms`,
    unknown: "the performance suite reports no P95 latency",
  });
}

type SuiteRule = {
  unit: string;
  read: (suite: Suite) => number | null;
  meets: (observed: number, limit: number) => boolean;
  wording: (observed: string, limit: string) => string;
  unknown: string;
};

function judgeSuite(context: Context, id: PolicyCheckId, name: string, rule: SuiteRule): Judgement {
  const limit = limitOf(context.policy, id);
  const threshold = limit.known ? limit.value : null;
  const frame = suiteFrame(context, threshold, rule.unit);
  const cure = pipelineCure(context);
  if (!limit.known) return notKnown(frame, limit, cureOf(limit, cure));
  if (!context.scorecard.known) return notKnown(frame, context.scorecard, cureOf(context.scorecard, cure));
  const suites = context.scorecard.value.scorecard.suites;
  const suite = suites.find((each) => canonicalSuiteName(each.name) === name);
  if (!suite || suite.status === "skipped") return notKnown(frame, noFact("missing", `no ${name} suite ran`), cure);
  const observed = rule.read(suite);
  if (observed === null) return notKnown(frame, noFact("missing", rule.unknown), cure);
  if (rule.meets(observed, limit.value)) return passes(frame, observed);
  const details = [rule.wording(plainNumber(observed), plainNumber(limit.value))];
  return fallsShort(frame, { outcome: "fail", observed, details, parts: whole(cure) });
}

function suiteFrame({ scorecardSeen }: Context, threshold: number | null, unit: string): Frame {
  return { threshold, unit, owner: "pipeline", evidence: scorecardEvidence(scorecardSeen) };
}

/** flaky / executed of each suite, below the threshold. A suite that does not say how flaky it is does not pass. */
export function suitesFlakeRate(context: Context): Judgement {
  const limit = limitOf(context.policy, "suites.flake_rate");
  const frame = suiteFrame(context, limit.known ? limit.value : null, "rate");
  const cure = pipelineCure(context);
  if (!limit.known) return notKnown(frame, limit, cureOf(limit, cure));
  if (!context.scorecard.known) return notKnown(frame, context.scorecard, cureOf(context.scorecard, cure));
  const rates = context.scorecard.value.scorecard.suites.map(({ name, tests, flakeRate }) => ({
    name,
    rate: tests ? flakeRateOf(tests) : flakeRate,
  }));
  if (rates.length === 0) return notKnown(frame, noFact("missing", "no suite ran"), cure);
  const short = rates.filter(({ rate }) => rate === null || !(rate < limit.value));
  const stated = rates.flatMap(({ rate }) => (rate === null ? [] : [rate]));
  const worst = stated.length > 0 ? Math.max(...stated) : null;
  if (short.length === 0) return passes(frame, worst);
  return fallsShort(frame, {
    outcome: short.some(({ rate }) => rate !== null) ? "fail" : "missing",
    observed: worst,
    details: short.map(({ name, rate }) =>
      rate === null
        ? `${name} reports no flake rate`
        : `${name} has flake rate ${plainNumber(rate)}, not below ${plainNumber(limit.value)}`,
    ),
    parts: short.map(({ name }) => ({ finding: name, cures: [cure] })),
  });
}
