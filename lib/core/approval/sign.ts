import type { Role } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";
import type { Facts } from "@/lib/core/gate/facts";
import type { Policy } from "@/lib/core/policy/model";
import { signingBar } from "./bar";
import { releaseParties } from "./parties";

export type SignatureRequest = {
  facts: Facts;
  required: readonly Role[];
  signer: { id: string; name: string; email: string; rolesNow: readonly Role[] };
  manifestDigest: string;
  decision: "approve" | "reject";
  role: Role;
  printedName: string;
  reason?: string;
};

/** Roles that must sign: the policy's where it names them, else the environment's approval matrix. */
export function approvalRoles(policy: Policy | null, facts: Pick<Facts, "requiredRoles">): Role[] {
  if (policy?.requiredRoles) return policy.requiredRoles;
  return facts.requiredRoles.state === "found" ? facts.requiredRoles.value : [];
}

/** Why this person may not sign this release, in words for them, and in which of the required roles they may. */
export function signingStanding(
  facts: Facts,
  required: readonly Role[],
  signer: { id: string; name: string; email: string; rolesNow: readonly Role[] },
): { bar: string | null; roles: Role[] } {
  const roles = required.filter((role) => signer.rolesNow.includes(role));
  const bar = signingBar(signer, releaseParties(facts));
  if (bar) return { bar: `${bar}.`, roles };
  if (roles.length > 0) return { bar: null, roles };
  const needed = required.length > 0 ? required.join(", ") : "no role is set in the approval matrix";
  return { bar: `You hold none of the roles that sign here (${needed}).`, roles };
}

/**
 * Decides whether this signature may be made. Throws `conflict` when the digest is no longer the current manifest's,
 * `forbidden` for an author, a submitter of evidence or somebody without the role now, `invalid` for a rejection
 * without a reason or a printed name that is not the signer's. Source: "Signing" of the domain rules.
 */
export function planSignature(request: SignatureRequest): { manifestId: string; meaning: string } {
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
  const standing = signingStanding(facts, request.required, signer);
  if (standing.bar) throw new DomainError("forbidden", standing.bar);
  if (!standing.roles.includes(role)) throw new DomainError("forbidden", `You cannot sign as ${role} here.`);
  if (sameName(request.printedName, signer.name) === false) {
    throw invalid("printedName", `must be your name as it is known here: ${signer.name}`);
  }
  if (decision === "reject" && !request.reason?.trim())
    throw invalid("reason", "say why you reject, so that it can be mended");
  return { manifestId: facts.manifest.value.id, meaning: meaningOf(decision, role, facts) };
}

const sameName = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

function meaningOf(decision: "approve" | "reject", role: Role, { release }: Facts): string {
  const what = `${release.service} ${release.version} for ${release.environment}`;
  return decision === "approve"
    ? `As ${role}, I have reviewed the manifest and its evidence and approve the release of ${what}.`
    : `As ${role}, I reject the release of ${what}.`;
}
