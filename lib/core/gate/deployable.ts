import { parseInstant, secondsBetween } from "@/lib/core/instant";
import type { VerdictWord } from "./verdict";

/** A stored decision and what has become of its release since, all by the registry's clock. */
export type DecisionToDeploy = {
  verdict: VerdictWord;
  decidedAt: string;
  manifestDigest: string | null;
  standing: {
    now: string;
    manifestDigest: string | null;
    lastDecision: { verdict: VerdictWord } | null;
    stage: string;
    endedAt: string | null;
  };
};

/**
 * Why nothing may be deployed on a decision any more, one sentence each; empty when it still can be. It must be an
 * approve, young enough, of the manifest in force, not overruled by a later decision, and its release must not have
 * ended. A time that cannot be read, or lies in the future, counts against it. Pure.
 */
export function whyNotDeployable(decision: DecisionToDeploy, maxAgeSeconds: number): string[] {
  const { verdict, manifestDigest, standing } = decision;
  return [
    verdict === "approve" ? null : `the decision is ${verdict}, not approve`,
    tooOld(decision.decidedAt, standing.now, maxAgeSeconds),
    manifestDigest === null ? "the decision was made without a manifest" : null,
    manifestDigest === standing.manifestDigest ? null : "the release has another manifest since the decision",
    verdict !== "approve" || standing.lastDecision?.verdict === "approve"
      ? null
      : "a later decision of the release is not approve",
    standing.endedAt === null ? null : `the release has ended (${standing.stage})`,
  ].filter((reason) => reason !== null);
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
