import type { Role } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";
import type { ApproverFact, Delegator, Facts } from "@/lib/core/gate/facts";
import type { Policy } from "@/lib/core/policy/model";
import { type Authority, type SigningStanding, signingStanding } from "./standing";

export type SignatureRequest = {
  facts: Facts;
  required: readonly Role[];
  signer: ApproverFact;
  manifestDigest: string;
  decision: "approve" | "reject";
  role: Role;
  /** Id of the person on whose behalf it is signed; left out: in one's own right. */
  onBehalfOf?: string;
  printedName: string;
  reason?: string;
};
export type PlannedSignature = {
  manifestId: string;
  meaning: string;
  onBehalfOf: Delegator | null;
  delegationId: string | null;
};

/** Roles that must sign: the policy's where it names them, else the environment's approval matrix. */
export function approvalRoles(policy: Policy | null, facts: Pick<Facts, "requiredRoles">): Role[] {
  if (policy?.requiredRoles) return policy.requiredRoles;
  return facts.requiredRoles.state === "found" ? facts.requiredRoles.value : [];
}

/**
 * Decides whether this signature may be made. Throws `conflict` when the digest is no longer the current manifest's,
 * `forbidden` for an author, a submitter of evidence or somebody without the role or its training now, or who acts for
 * such a one, `invalid` for a rejection without a reason or a printed name that is not the signer's. Source: "Signing"
 * of the domain rules.
 */
export function planSignature(request: SignatureRequest): PlannedSignature {
  const { facts, signer, role, decision } = request;
  if (facts.manifest.state !== "found" || !facts.manifest.value.id) {
    throw new DomainError("conflict", "There is no manifest to sign yet.");
  }
  if (facts.manifest.value.digest !== request.manifestDigest) {
    throw new DomainError(
      "conflict",
      "The manifest changed since you opened this page. Read the difference, then sign the new revision.",
    );
  }
  const authority = requireAuthority(signingStanding(facts, request.required, signer), request);
  if (sameName(request.printedName, signer.name) === false) {
    throw invalid("printedName", `must be your name as it is known here: ${signer.name}`);
  }
  if (decision === "reject" && !request.reason?.trim())
    throw invalid("reason", "say why you reject, so that it can be mended");
  const from = authority.onBehalfOf;
  return {
    manifestId: facts.manifest.value.id,
    meaning: meaningOf(decision, role, from, facts),
    onBehalfOf: from && { personId: from.personId, name: from.name, email: from.email },
    delegationId: from?.delegationId ?? null,
  };
}

function requireAuthority(standing: SigningStanding, { role, onBehalfOf }: SignatureRequest): Authority {
  if (standing.bar) throw new DomainError("forbidden", standing.bar);
  const isMeant = (each: Pick<Authority, "role" | "onBehalfOf">) =>
    each.role === role && (each.onBehalfOf?.personId ?? undefined) === onBehalfOf;
  const authority = standing.authorities.find(isMeant);
  if (authority) return authority;
  const lapse = standing.barred.find(isMeant);
  const lender = onBehalfOf ? " on behalf of this person" : "";
  throw new DomainError("forbidden", lapse?.bar ?? `You cannot sign as ${role}${lender} here.`);
}

const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

function meaningOf(
  decision: "approve" | "reject",
  role: Role,
  onBehalfOf: Delegator | null,
  { release }: Facts,
): string {
  const what = `${release.service} ${release.version} for ${release.environment}`;
  const as = `As ${role}${onBehalfOf ? ` on behalf of ${onBehalfOf.name}` : ""}`;
  return decision === "approve"
    ? `${as}, I have reviewed the manifest and its evidence and approve the release of ${what}.`
    : `${as}, I reject the release of ${what}.`;
}
