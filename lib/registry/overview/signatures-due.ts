import { can, type PersonActor, type Role } from "@/lib/core/access";
import { approvalRoles } from "@/lib/core/approval/sign";
import { waitingSince } from "@/lib/core/approval/since";
import { approvalState } from "@/lib/core/approval/state";
import type { StandingVerdict } from "@/lib/core/gate/standing";
import { policyInForce } from "../gate/policy";
import { read } from "../read";
import { type SignatureCandidate, signatureCandidates } from "./signature-candidates";

export type SignatureDue = {
  releaseId: string;
  service: string;
  environment: string;
  version: string;
  roles: Role[];
  since: string;
  verdict: StandingVerdict;
};

/** Open releases that lack a signature which this person could give now, the longest waiting first. */
export async function signaturesDue(actor: PersonActor): Promise<{ due: SignatureDue[]; now: string }> {
  return read(actor, async (tx, now) => {
    if (!can(actor, "release:sign")) return { due: [], now: now.toISOString() };
    const policy = (await policyInForce(tx, actor.tenantId))?.policy ?? null;
    const own: Role[] = [...actor.roles, ...(actor.delegatedRoles ?? [])];
    // Where the policy names the roles, the matrix has no say.
    const roles = policy?.requiredRoles ? null : own;
    const candidates = await signatureCandidates(tx, { actor, roles }, now);
    const due = candidates.flatMap((candidate): SignatureDue[] => {
      const toSign = rolesToSign(actor, candidate, approvalRoles(policy, candidate.facts));
      return toSign.length > 0 ? [dueOf(candidate, toSign)] : [];
    });
    due.sort((one, other) => one.since.localeCompare(other.since));
    return { due, now: now.toISOString() };
  });
}

function rolesToSign(actor: PersonActor, { facts }: SignatureCandidate, required: Role[]): Role[] {
  return approvalState(facts, required)
    .missing.filter(({ candidates: people }) => people.some(({ personId }) => personId === actor.id))
    .map(({ role }) => role);
}

function dueOf(candidate: SignatureCandidate, roles: Role[]): SignatureDue {
  const { releaseId, service, environment, version, approvalsRequestedAt, manifestAt, verdict } = candidate;
  const since = waitingSince(approvalsRequestedAt, manifestAt).toISOString();
  return { releaseId, service, environment, version, roles, since, verdict };
}
