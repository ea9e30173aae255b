import type { DecisionKind } from "@/lib/core/gate/decision-kind";
import type { VerdictWord } from "@/lib/core/gate/verdict";
import { secondsBetween } from "@/lib/core/instant";

/** A stored decision. `artifacts`: hashes of the manifest that was judged. */
export type KnownDecision = {
  id: string;
  kind: DecisionKind;
  verdict: VerdictWord;
  decidedAt: Date;
  artifacts: readonly string[];
  /** The release went into production on it. */
  entered: boolean;
  /** A system that asked before it deployed was told to go on, on it. */
  told: boolean;
  /** Of the break-glass; null for the gate's own. */
  expiresAt: Date | null;
};
/** `shippedAt`: when its rollout first succeeded. `endedAs`: null for a release that goes on or is archived. */
export type KnownRelease = {
  id: string;
  version: string;
  commit: string;
  shippedAt: Date | null;
  endedAs: "aborted" | "rejected" | "rolled_back" | null;
  endedAt: Date | null;
  decisions: readonly KnownDecision[];
};
/** `at`: by when it must have been approved. `begunAt`: the earliest time told of it. */
export type MatchedDeployment = {
  artifacts: readonly string[];
  commit: string | null;
  version: string | null;
  at: Date;
  begunAt: Date;
};
export type Candidate = { release: KnownRelease; decision: KnownDecision };

/** Two clocks are compared, and some peers tell whole seconds only. */
export const CLOCK_TOLERANCE_SECONDS = 5;

/** What was deployed is what the decision was about. */
export function isOf({ release, decision }: Candidate, { artifacts, commit, version }: MatchedDeployment): boolean {
  if (artifacts.length > 0) {
    const hashes = new Set(decision.artifacts);
    return artifacts.every((hash) => hashes.has(hash));
  }
  if (commit === null || release.commit !== commit || (version !== null && release.version !== version)) return false;
  return decision.entered || decision.told || decision.kind === "break_glass";
}

export function isInTime(decidedAt: Date, at: Date): boolean {
  return secondsBetween(at, decidedAt) <= CLOCK_TOLERANCE_SECONDS;
}

export function isApproveOfGate({ kind, verdict }: KnownDecision): boolean {
  return kind === "gate" && verdict === "approve";
}

/** Aborted, rejected or rolled back before the deployment: nothing of it may be deployed any more. */
export function hadEnded({ endedAs, endedAt }: KnownRelease, at: Date): boolean {
  return endedAs !== null && (endedAt === null || endedAt.getTime() <= at.getTime());
}

/** The release's last decision before the deployment; one that it went into production on is not overruled by others. */
export function isStanding({ release, decision }: Candidate, at: Date): boolean {
  if (decision.entered) return true;
  const later = release.decisions.filter((each) => each.decidedAt > decision.decidedAt && isInTime(each.decidedAt, at));
  return later.every(isApproveOfGate);
}

export function isYoung(decidedAt: Date, begunAt: Date, maxAgeSeconds: number): boolean {
  return secondsBetween(decidedAt, begunAt) <= maxAgeSeconds;
}
