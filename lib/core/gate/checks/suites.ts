import type { Suite } from "@/lib/core/scorecard/model";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";
import type { PolicyCheckId } from "../check-ids";
import type { Context } from "../context";
import { cureOf, pipelineCure } from "../cures";
import { type Frame, fallsShort, type Judgement, notKnown, passes, plainNumber, whole } from "../judgement";
import { fact, type Known, noFact } from "../known";
import { limitOf } from "../limit";
import { flakeRate, type MeasuredRate, successRate } from "./measured-rate";
import { scorecardEvidence } from "./scorecard";

/** passed / executed of the integration suite, at least the threshold. */
export function integrationSuccessRate(context: Context): Judgement {
  return judgeSuite(context, "integration.success_rate", "integration", {
    unit: "rate",
    read: (suite) => successRate(suite, context.policy.confidence),
    meets: (judged, limit) => judged >= limit,
    wording: ({ wording }, limit) => `success rate ${wording} is below ${limit}`,
  });
}

/** P95 latency of the performance suite, below the threshold. */
export function performanceP95(context: Context): Judgement {
  return judgeSuite(context, "performance.p95_ms", "performance", {
    unit: "ms",
    read: ({ latencyP95Ms: ms }) =>
      ms === null
        ? noFact("missing", "the performance suite reports no P95 latency")
        : fact({ observed: ms, judged: ms, wording: plainNumber(ms) }),
    meets: (judged, limit) => judged < limit,
    wording: ({ wording }, limit) => `P95 ${wording} ms is not below ${limit} ms`,
  });
}

type SuiteRule = {
  unit: string;
  read: (suite: Suite) => Known<MeasuredRate>;
  meets: (judged: number, limit: number) => boolean;
  wording: (measured: MeasuredRate, limit: string) => string;
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
  const measured = rule.read(suite);
  if (!measured.known) return notKnown(frame, measured, cure);
  const { observed, judged } = measured.value;
  if (rule.meets(judged, limit.value)) return passes(frame, observed);
  const details = [rule.wording(measured.value, plainNumber(limit.value))];
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
  const rates = context.scorecard.value.scorecard.suites.map((suite) => ({
    name: suite.name,
    measured: flakeRate(suite, context.policy.confidence),
  }));
  if (rates.length === 0) return notKnown(frame, noFact("missing", "no suite ran"), cure);
  const short = rates.filter(({ measured }) => !(measured.known && measured.value.judged < limit.value));
  const known = rates.flatMap(({ measured }) => (measured.known ? [measured.value] : []));
  const worst = known.length > 0 ? known.reduce((one, other) => (other.judged > one.judged ? other : one)) : null;
  if (short.length === 0) return passes(frame, worst?.observed ?? null);
  return fallsShort(frame, {
    outcome: short.some(({ measured }) => measured.known) ? "fail" : "missing",
    observed: worst?.observed ?? null,
    details: short.map(({ name, measured }) =>
      measured.known
        ? `${name} has flake rate ${measured.value.wording}, not below ${plainNumber(limit.value)}`
        : measured.reason,
    ),
    parts: short.map(({ name }) => ({ finding: name, cures: [cure] })),
  });
}
