import { compareText } from "@/lib/core/approval/counting";
import { rehearsalFreshness } from "@/lib/core/rehearsal/freshness";
import type { Context } from "../context";
import { cureOf, peopleWith } from "../cures";
import type { RehearsalFact } from "../facts";
import { type Cure, type Frame, fallsShort, type Judgement, notKnown, passes } from "../judgement";
import { ageIn } from "../recency";
import type { Evidence } from "../verdict";

const OWNER = "sre-on-call";

/** The latest rollback rehearsal passed, is young enough, and no failed one is left without its remediation. */
export function rehearsalFresh(context: Context): Judgement {
  const { rehearsals, policy, at } = context;
  const frame: Frame = { threshold: policy.maxRehearsalAgeDays, unit: "days", owner: OWNER };
  const cures = rehearsalCures(context);
  if (!rehearsals.known) return notKnown(frame, rehearsals, cureOf(rehearsals, cures.pass));
  const found = rehearsals.value;
  const freshness = rehearsalFreshness(found, policy.maxRehearsalAgeDays, at);
  const judged: Frame = { ...frame, evidence: evidenceOf(found) };
  const observed = freshness.ageSeconds === null ? null : ageIn(86_400, freshness.ageSeconds);
  if (freshness.state === "fresh") return passes(judged, observed);
  const outcomes = { stale: "fail", failed: "fail", never: "missing", error: "error" } as const;
  return fallsShort(judged, {
    outcome: outcomes[freshness.state],
    observed,
    details: [freshness.reason],
    parts: neededCures(found, context, cures).map((cure) => ({ finding: null, cures: [cure] })),
  });
}

type Cures = { pass: Cure; remediate: Cure; correct: Cure };

function rehearsalCures(context: Context): Cures {
  const place = `${context.release.service} in ${context.release.environment}`;
  const cure = (key: string, action: string): Cure => ({
    key,
    action,
    owner: OWNER,
    people: peopleWith(context, OWNER),
  });
  return {
    pass: cure("rehearsal:pass", `Rehearse the rollback of ${place} and record that it passed`),
    remediate: cure("rehearsal:remediate", `Record the remediation of the failed rollback rehearsal of ${place}`),
    correct: cure("rehearsal:correct", `Correct the times of the rollback rehearsals of ${place}`),
  };
}

/** A failed rehearsal takes its remediation and, unless one has passed since, another rehearsal. */
function neededCures(found: RehearsalFact[], { policy, at }: Context, cures: Cures): Cure[] {
  const now = rehearsalFreshness(found, policy.maxRehearsalAgeDays, at);
  if (now.state === "error") return [cures.correct];
  if (!now.needsRemediation) return [cures.pass];
  const remediated = found.map((each) => ({ ...each, remediatedAt: each.remediatedAt ?? at.toISOString() }));
  const then = rehearsalFreshness(remediated, policy.maxRehearsalAgeDays, at);
  return then.state === "fresh" ? [cures.remediate] : [cures.remediate, cures.pass];
}

/** The latest rehearsal that was finished one way or the other. */
function evidenceOf(found: RehearsalFact[]): Evidence | null {
  const [latest] = found
    .filter(({ outcome }) => outcome !== "aborted")
    .sort((one, other) => compareText(other.finishedAt, one.finishedAt) || compareText(one.id ?? "", other.id ?? ""));
  return latest
    ? { kind: "rehearsal", id: latest.id, label: `${latest.outcome} rehearsal`, at: latest.finishedAt }
    : null;
}
