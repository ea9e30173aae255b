import { ROLES, type Role } from "@/lib/core/access";
import type { Facts, SignatureFact } from "@/lib/core/gate/facts";
import { assignApprovers } from "./assign";
import { type Candidate, candidatesFor, possibleBallots } from "./candidates";
import { type CountingFacts, type CountingRules, compareText, countingRules, whyNotCounted } from "./counting";
import { ballotFor, ballotOf, signersOf, type Voice, voicesOf } from "./voices";

export type CoveredRole = {
  role: Role;
  personId: string;
  name: string;
  signedAt: string;
  /** Name of whom the signer acted for; null: nobody. */
  onBehalfOf: string | null;
};
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

/** As much of a gate's facts as signatures are judged by. */
export type SigningFacts = CountingFacts & Pick<Facts, "signatures" | "approvers">;

/**
 * Judges the signatures of `facts` against the roles that must sign. Counted are standing approvals of exactly the
 * current manifest digest, by a named person who still holds the role named, or acts for somebody who does, is trained
 * for it where that is asked, and neither made the release nor its evidence. Each human counts once, and so does each
 * person's authority, used or lent (see `Voice`). Any standing rejection of that digest blocks, whoever made it.
 */
export function approvalState(facts: SigningFacts, required: readonly Role[]): ApprovalState {
  const rules = countingRules(facts);
  const signatures = facts.signatures.state === "found" ? facts.signatures.value : [];
  const approvals = signatures.filter((each) => each.decision === "approve");
  const counted = approvals.filter((each) => whyNotCounted(each, rules) === null);
  const ballots = counted.map((each) => ballotOf(each, rules));
  const voices = voicesOf(ballots);
  const { covered, missing } = assignApprovers(required, signersOf(voices));
  const possible = possibleBallots(facts.approvers, ballots, rules);
  return {
    required: ROLES.filter((role) => required.includes(role)),
    covered: [...covered].map(([role, id]) => coveredBy(role, id, voices)).sort(byRole),
    missing: missing.map((role) => ({ role, candidates: candidatesFor(role, [...covered.keys()], ballots, possible) })),
    rejections: standingRejections(signatures, rules.manifestDigest),
    ignored: ignoredSignatures(approvals, rules),
  };
}

function coveredBy(role: Role, voiceId: string, voices: Voice[]): CoveredRole {
  const voice = voices.find(({ id }) => id === voiceId);
  const ballot = voice && ballotFor(role, voice);
  return {
    role,
    personId: ballot?.signer.id ?? "",
    name: ballot?.signer.name ?? "",
    signedAt: ballot?.signedAt ?? "",
    onBehalfOf: ballot?.onBehalfOf?.name ?? null,
  };
}

function standingRejections(signatures: SignatureFact[], digest: string | null): StandingRejection[] {
  return signatures
    .filter((each) => each.decision === "reject" && each.withdrawnAt === null && each.manifestDigest === digest)
    .map(({ personId, name, role, reason, signedAt }) => ({ personId, name, role, reason, signedAt }))
    .sort((one, other) => compareText(one.signedAt, other.signedAt) || compareText(one.personId, other.personId));
}

function ignoredSignatures(approvals: SignatureFact[], rules: CountingRules) {
  return approvals
    .flatMap((each): IgnoredSignature[] => {
      const why = whyNotCounted(each, rules);
      return why ? [{ name: each.name, why }] : [];
    })
    .sort((one, other) => compareText(one.name, other.name) || compareText(one.why, other.why));
}

function byRole(one: CoveredRole, other: CoveredRole): number {
  return ROLES.indexOf(one.role) - ROLES.indexOf(other.role);
}
