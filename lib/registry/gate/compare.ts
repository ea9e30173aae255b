import type { Actor } from "@/lib/core/access";
import { read } from "../read";
import { findReleaseByText } from "../release/find-by-text";
import { decisionById } from "./decision";
import { type DecisionSummary, decisionHistory } from "./decision-queries";

export type ComparedDecision = Awaited<ReturnType<typeof decisionById>>;
export type Compared = {
  /** Null where there are not two of them, or one that was asked for is not of this release. */
  pair: { before: ComparedDecision; after: ComparedDecision } | null;
  /** The latest decisions of the release, to choose from. */
  choices: DecisionSummary[];
  release: { name: string; version: string };
  now: string;
};

const CHOICES = 100;

/** Two decisions of a release: those named, else its latest and the one before. The earlier one comes first. */
export async function comparedDecisions(
  actor: Actor,
  releaseId: string,
  asked: { from?: string; to?: string },
): Promise<Compared> {
  const [release, { items: choices }] = await Promise.all([
    nameOf(actor, releaseId),
    decisionHistory(actor, releaseId, { size: CHOICES }),
  ]);
  const to = asked.to ?? choices[0]?.id;
  const from = asked.from ?? choices[choices.findIndex(({ id }) => id === to) + 1]?.id;
  const { now, ...named } = release;
  if (!from || !to) return { pair: null, choices, release: named, now };
  const [one, other] = await Promise.all([decisionById(actor, from), decisionById(actor, to)]);
  if (one.releaseId !== releaseId || other.releaseId !== releaseId) return { pair: null, choices, release: named, now };
  const [before, after] = one.decidedAt <= other.decidedAt ? [one, other] : [other, one];
  return { pair: { before, after }, choices: withBoth(choices, [before, after]), release: named, now };
}

function nameOf(actor: Actor, releaseId: string) {
  return read(actor, async (tx, now) => {
    const { release, service } = await findReleaseByText(tx, actor, releaseId);
    return { name: `${service.name} ${release.version}`, version: release.version, now: now.toISOString() };
  });
}

/** An old decision that was named in the address can be chosen too. */
function withBoth(choices: DecisionSummary[], pair: ComparedDecision[]): DecisionSummary[] {
  const missing = pair.filter(({ id }) => !choices.some((choice) => choice.id === id));
  const added = missing.map(({ id, kind, verdict, decidedAt, decidedBy, policyVersion, manifestDigest }) => ({
    ...{ id, kind, verdict: verdict.verdict, summary: verdict.summary, policyVersion, manifestDigest, decidedAt },
    decidedBy: decidedBy.name,
  }));
  return [...choices, ...added];
}
