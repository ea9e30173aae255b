import { ROLES, type Role } from "@/lib/core/access";
import type { ApproverFact, Facts, SignatureFact } from "@/lib/core/gate/facts";
import { assignApprovers, type Signer } from "./assign";
import { signingBar } from "./bar";
import { compareText, type Human, hasSigned, humansOf, whyNotCounted } from "./counting";
import { type InvolvedParty, releaseParties } from "./parties";

export type Candidate = { personId: string; name: string };
export type CoveredRole = { role: Role; personId: string; name: string; signedAt: string };
/** `candidates`: people whose signature now would get this role covered. */
export type MissingRole = { role: Role; candidates: Candidate[] };
export type StandingRejection = { personId: string; name: string; role: Role; reason: string | null; signedAt: string };
export type IgnoredSignature = { name: string; why: string };

/** Who has signed the current manifest, who still has to and who could. Complete: nothing missing, no rejection. */
export type ApprovalState = {
  required: Role[];
  covered: CoveredRole[];
  missing: MissingRole[];
  rejections: StandingRejection[];
  ignored: IgnoredSignature[];
};

/**
 * Judges the signatures of `facts` against the roles that must sign. Counted are standing approvals of exactly the
 * current manifest digest, by a named person who still holds the role named and neither made the release nor its
 * evidence; each human counts once. Any standing rejection of that digest blocks, whoever made it.
 */
export function approvalState(facts: Facts, required: readonly Role[]): ApprovalState {
  const digest = facts.manifest.state === "found" ? facts.manifest.value.digest : null;
  const signatures = facts.signatures.state === "found" ? facts.signatures.value : [];
  const parties = releaseParties(facts);
  const approvals = signatures.filter((each) => each.decision === "approve");
  const counted = approvals.filter((each) => whyNotCounted(each, digest, parties) === null);
  const signers = humansOf(counted);
  const { covered, missing } = assignApprovers(required, signers);
  const free = facts.approvers.filter(
    (each) => each.personId.trim() !== "" && !hasSigned(each, counted) && barOf(each, parties) === null,
  );
  return {
    required: ROLES.filter((role) => required.includes(role)),
    covered: [...covered].map(([role, personId]) => coveredBy(role, personId, signers)).sort(byRole),
    missing: missing.map((role) => ({ role, candidates: candidatesFor(role, [...covered.keys()], signers, free) })),
    rejections: standingRejections(signatures, digest),
    ignored: ignoredSignatures(approvals, digest, parties),
  };
}

function barOf(approver: ApproverFact, parties: InvolvedParty[]): string | null {
  return signingBar({ id: approver.personId, email: approver.email, name: approver.name }, parties);
}

function coveredBy(role: Role, personId: string, signers: Human[]): CoveredRole {
  const signer = signers.find((each) => each.personId === personId);
  return { role, personId, name: signer?.name ?? "", signedAt: signer?.signedAt ?? "" };
}

/** Somebody who frees a signer for the role helps as much as somebody who holds it. */
function candidatesFor(role: Role, coveredRoles: Role[], signers: Signer[], free: ApproverFact[]): Candidate[] {
  return free
    .filter(({ personId, roles }) => {
      const { missing } = assignApprovers([...coveredRoles, role], [...signers, { personId, roles }]);
      return missing.length === 0;
    })
    .map(({ personId, name }) => ({ personId, name }))
    .sort((one, other) => compareText(one.name, other.name) || compareText(one.personId, other.personId));
}

function standingRejections(signatures: SignatureFact[], digest: string | null): StandingRejection[] {
  return signatures
    .filter((each) => each.decision === "reject" && each.withdrawnAt === null && each.manifestDigest === digest)
    .map(({ personId, name, role, reason, signedAt }) => ({ personId, name, role, reason, signedAt }))
    .sort((one, other) => compareText(one.signedAt, other.signedAt) || compareText(one.personId, other.personId));
}

function ignoredSignatures(approvals: SignatureFact[], digest: string | null, parties: InvolvedParty[]) {
  return approvals
    .flatMap((each): IgnoredSignature[] => {
      const why = whyNotCounted(each, digest, parties);
      return why ? [{ name: each.name, why }] : [];
    })
    .sort((one, other) => compareText(one.name, other.name) || compareText(one.why, other.why));
}

function byRole(one: CoveredRole, other: CoveredRole): number {
  return ROLES.indexOf(one.role) - ROLES.indexOf(other.role);
}
