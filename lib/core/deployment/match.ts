import { secondsBetween } from "@/lib/core/instant";
import {
  type Candidate,
  CLOCK_TOLERANCE_SECONDS,
  hadEnded,
  isApproveOfGate,
  isInTime,
  isOf,
  isStanding,
  isYoung,
  type KnownRelease,
  type MatchedDeployment,
} from "./standing";
import { whyBypass } from "./why-bypass";

/**
 * `recorded`: the environment asks for no approval · `pending`: judged when it has ended · `rollback`: of an earlier
 * release that was approved and stood in production · `bypass`: nothing allowed it.
 */
export const DEPLOYMENT_MATCHES = ["recorded", "pending", "approved", "rollback", "break_glass", "bypass"] as const;
export type DeploymentMatch = (typeof DEPLOYMENT_MATCHES)[number];
export const MATCH_BASES = ["artifacts", "commit"] as const;
export type MatchBasis = (typeof MATCH_BASES)[number];

export type Matching = {
  match: DeploymentMatch;
  basis: MatchBasis | null;
  explanation: string;
  releaseId: string | null;
  decisionId: string | null;
};
/**
 * Which decision allowed a deployment to an environment that asks for approval, else `bypass` with the reason.
 * `releases` are those of its service and environment. Artifacts that were reported must all be in the manifest that
 * was approved. Without any, only the commit is left to go by, and only of a release that went into production with an
 * approve, or for a system that had asked the gate. What is decided afterwards changes nothing. Pure.
 */
export function matchDeployment(
  deployment: MatchedDeployment,
  releases: readonly KnownRelease[],
  maxAgeSeconds: number,
): Matching {
  const candidates = releases
    .flatMap((release) => release.decisions.map((decision) => ({ release, decision })))
    .filter((candidate) => isOf(candidate, deployment) && isInTime(candidate.decision.decidedAt, deployment.at))
    .sort((one, other) => other.decision.decidedAt.getTime() - one.decision.decidedAt.getTime());
  const basis = deployment.artifacts.length > 0 ? ("artifacts" as const) : ("commit" as const);
  for (const { match, holds } of RULES) {
    const found = candidates.find((candidate) => holds(candidate, deployment, maxAgeSeconds));
    if (!found) continue;
    const { release, decision } = found;
    const explanation = `${TELLING[match](release.version)}${basis === "commit" ? BY_COMMIT : ""}`;
    return { match, basis, explanation, releaseId: release.id, decisionId: decision.id };
  }
  return {
    match: "bypass",
    basis: null,
    releaseId: null,
    decisionId: null,
    explanation: whyBypass(deployment, releases, maxAgeSeconds),
  };
}

type Allowed = "approved" | "break_glass" | "rollback";
type Rule = (candidate: Candidate, deployment: MatchedDeployment, maxAgeSeconds: number) => boolean;

const RULES: readonly { match: Allowed; holds: Rule }[] = [
  { match: "approved", holds: isApproved },
  { match: "break_glass", holds: isByBreakGlass },
  { match: "rollback", holds: isEarlierRelease },
];

const TELLING: Record<Allowed, (version: string) => string> = {
  approved: (version) => `The gate had approved release ${version}.`,
  break_glass: (version) => `Release ${version} went past the gate by break-glass; it was not approved.`,
  rollback: (version) => `Release ${version} was approved and released earlier, and is deployed again.`,
};
const BY_COMMIT = " Matched by commit; no artifacts were reported.";

function isApproved(candidate: Candidate, { at, begunAt }: MatchedDeployment, maxAgeSeconds: number): boolean {
  const { release, decision } = candidate;
  if (!isApproveOfGate(decision) || hadEnded(release, at)) return false;
  return isYoung(decision.decidedAt, begunAt, maxAgeSeconds) && isStanding(candidate, at);
}

function isByBreakGlass({ release, decision }: Candidate, { at, begunAt }: MatchedDeployment): boolean {
  const { kind, expiresAt } = decision;
  if (kind !== "break_glass" || expiresAt === null || hadEnded(release, at)) return false;
  return secondsBetween(expiresAt, begunAt) <= CLOCK_TOLERANCE_SECONDS;
}

function isEarlierRelease({ release, decision }: Candidate, { at }: MatchedDeployment): boolean {
  if (!isApproveOfGate(decision) || !decision.entered || hadEnded(release, at)) return false;
  return release.shippedAt !== null && release.shippedAt.getTime() <= at.getTime();
}
