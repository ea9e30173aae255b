import { parseInstant, secondsBetween } from "@/lib/core/instant";
import type { WaiverStanding } from "@/lib/core/waiver/coverage";
import type { CheckId } from "./check-ids";
import type { DecisionKind } from "./decision-kind";
import type { Verdict, VerdictWord } from "./verdict";

/** A waiver that a decision rests on, and what it is worth now. */
export type WaiverSince = WaiverStanding & { id: string; checkId: string };

/** A stored decision and what has become of its release since, all by the registry's clock. */
export type DecisionToDeploy = {
  kind: DecisionKind;
  verdict: VerdictWord;
  decidedAt: string;
  manifestDigest: string | null;
  standing: {
    now: string;
    manifestDigest: string | null;
    lastDecision: { verdict: VerdictWord } | null;
    stage: string;
    endedAt: string | null;
    /** Every waiver that let a check of the decision through. */
    waivers: readonly WaiverSince[];
  };
};

/** The waivers that a verdict rests on: those that covered a check which did not pass. */
export function waiversRestedOn({ checks }: Pick<Verdict, "checks">): { id: string; checkId: CheckId }[] {
  return checks
    .filter(({ waived }) => waived)
    .flatMap(({ id: checkId, waiverIds }) => waiverIds.map((id) => ({ id, checkId })));
}

/**
 * Why nothing may be deployed on a decision any more, one sentence each; empty when it still can be. It must be the
 * gate's own approve, young enough, of the manifest in force, not overruled by a later decision, each waiver that it rests on must
 * still be valid, and its release must not have ended. A time that cannot be read, or lies in the future, counts
 * against it. Pure.
 */
export function whyNotDeployable(decision: DecisionToDeploy, maxAgeSeconds: number): string[] {
  const { verdict, manifestDigest, standing } = decision;
  return [
    decision.kind === "gate" ? null : "the release went past the gate by break-glass; the gate did not approve it",
    verdict === "approve" ? null : `the decision is ${verdict}, not approve`,
    tooOld(decision.decidedAt, standing.now, maxAgeSeconds),
    manifestDigest === null ? "the decision was made without a manifest" : null,
    manifestDigest === standing.manifestDigest ? null : "the release has another manifest since the decision",
    verdict !== "approve" || standing.lastDecision?.verdict === "approve"
      ? null
      : "a later decision of the release is not approve",
    ...(verdict === "approve" ? lapsedWaivers(standing.waivers) : []),
    standing.endedAt === null ? null : `the release has ended (${standing.stage})`,
  ].filter((reason) => reason !== null);
}

function lapsedWaivers(waivers: readonly WaiverSince[]): string[] {
  return waivers
    .filter(({ state }) => state !== "valid")
    .map(({ id, checkId, reason }) => `the decision rests on waiver ${id} of ${checkId}, but ${reason}`);
}

/** Why a decision of that time is too old at `now`, or null: exactly as old as allowed is young enough. */
export function tooOld(decidedAt: string, now: string, maxAgeSeconds: number): string | null {
  const [from, to] = [parseInstant(decidedAt), parseInstant(now)];
  if (!from || !to) return "the time of the decision cannot be read";
  const age = secondsBetween(from, to);
  if (age < 0) return "the decision is dated in the future";
  return age <= maxAgeSeconds
    ? null
    : `the decision is ${Math.floor(age)} s old; at most ${maxAgeSeconds} s are allowed`;
}
