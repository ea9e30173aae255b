import { secondsBetween } from "@/lib/core/instant";
import type { Suite } from "@/lib/core/scorecard/model";
import { executedTests } from "@/lib/core/scorecard/rates";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";
import type { Context } from "../context";
import { cureOf, pipelineCure } from "../cures";
import type { ScorecardFact } from "../facts";
import { type Frame, fallsShort, type Judgement, notKnown, passes } from "../judgement";
import type { Known } from "../known";
import { ageIn } from "../recency";
import type { Evidence } from "../verdict";

/** Points at the run that was found, even where it does not count. */
export function scorecardEvidence(found: Known<ScorecardFact>): Evidence | null {
  if (!found.known) return null;
  const { id, scorecard } = found.value;
  return { kind: "scorecard", id, label: scorecard.runId, at: scorecard.generatedAt };
}

/** One scorecard of exactly this commit and environment, young enough and not from the future. */
export function scorecardPresent(context: Context): Judgement {
  const { scorecard, scorecardSeen, policy, at } = context;
  const age = (found: ScorecardFact) => ageIn(3600, secondsBetween(new Date(found.scorecard.generatedAt), at));
  const frame: Frame = {
    threshold: policy.scorecardMaxAgeHours,
    unit: "hours",
    owner: "pipeline",
    evidence: scorecardEvidence(scorecardSeen),
  };
  if (scorecard.known) return passes(frame, age(scorecard.value));
  const judgement = notKnown(frame, scorecard, cureOf(scorecard, pipelineCure(context)));
  return { ...judgement, observed: scorecardSeen.known ? age(scorecardSeen.value) : null };
}

/** The run passed as a whole: its own claim and every one of its suites. */
export function scorecardOverall(context: Context): Judgement {
  const { scorecard, scorecardSeen } = context;
  const evidence = scorecardEvidence(scorecardSeen);
  const frame: Frame = { threshold: "passed", unit: null, owner: "pipeline", evidence };
  const cure = pipelineCure(context);
  if (!scorecard.known) return notKnown(frame, scorecard, cureOf(scorecard, cure));
  const { overallPassed, suites } = scorecard.value.scorecard;
  const notPassed = suites.filter(({ status }) => status !== "passed");
  if (overallPassed && notPassed.length === 0 && suites.length > 0) return passes(frame, "passed");
  return fallsShort(frame, {
    outcome: "fail",
    observed: "failed",
    details: notPassed.length > 0 ? notPassed.map(lineOf) : ["the scorecard says that the run did not pass"],
    parts:
      notPassed.length > 0
        ? notPassed.map(({ name }) => ({ finding: name, cures: [cure] }))
        : [{ finding: null, cures: [cure] }],
  });
}

function lineOf({ name, status, violations }: Suite): string {
  return violations.length > 0 ? `${name} ${status}: ${violations.join("; ")}` : `${name} ${status}`;
}

/** Every required suite ran: it is in the scorecard, was not skipped, and executed tests where it counts them. */
export function scorecardSuites(context: Context): Judgement {
  const { scorecard, scorecardSeen, policy } = context;
  const required = policy.requiredSuites.map(canonicalSuiteName);
  const evidence = scorecardEvidence(scorecardSeen);
  const frame: Frame = { threshold: required.length, unit: "suites", owner: "pipeline", evidence };
  const cure = pipelineCure(context);
  if (!scorecard.known) return notKnown(frame, scorecard, cureOf(scorecard, cure));
  if (required.length === 0) {
    const reason = "the policy requires no suite";
    return notKnown(frame, { known: false, outcome: "error", reason, unreachable: true }, cure);
  }
  const byName = new Map(scorecard.value.scorecard.suites.map((suite) => [canonicalSuiteName(suite.name), suite]));
  const notRun = required.flatMap((name) => {
    const reason = whyNotRun(byName.get(name));
    return reason ? [{ name, reason, present: byName.has(name) }] : [];
  });
  const ran = required.length - notRun.length;
  if (notRun.length === 0) return passes(frame, ran);
  return fallsShort(frame, {
    outcome: notRun.some(({ present }) => present) ? "fail" : "missing",
    observed: ran,
    details: notRun.map(({ name, reason }) => `${name} ${reason}`),
    parts: notRun.map(({ name }) => ({ finding: name, cures: [cure] })),
  });
}

function whyNotRun(suite: Suite | undefined): string | null {
  if (!suite) return "is not in the scorecard";
  if (suite.status === "skipped") return "was skipped";
  if (suite.tests && executedTests(suite.tests) === 0) return "executed no test";
  return null;
}
