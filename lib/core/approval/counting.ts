import type { ApproverFact, SignatureFact } from "@/lib/core/gate/facts";
import { parseInstant } from "@/lib/core/instant";
import { signingBar } from "./bar";
import { type InvolvedParty, isSamePerson } from "./parties";

/** Why a signature does not count towards approval, or null when it counts. Third person: "authored this release". */
export function whyNotCounted(
  signature: SignatureFact,
  manifestDigest: string | null,
  parties: readonly InvolvedParty[],
): string | null {
  if (signature.withdrawnAt !== null) return "withdrew the signature";
  if (signature.personId.trim() === "" || signature.name.trim() === "") return "the signature names nobody";
  if (manifestDigest === null) return "there is no manifest that the signature could be for";
  if (signature.manifestDigest !== manifestDigest) return "signed another revision of the manifest";
  if (parseInstant(signature.signedAt) === null) return "the time of the signature cannot be read";
  if (!signature.rolesNow.includes(signature.role)) return `no longer holds the role ${signature.role}`;
  return signingBar(signatory(signature), parties, "third");
}

/** Latest signature of each human; two accounts that share an id or an e-mail are one human. */
export function onePerPerson(signatures: readonly SignatureFact[]): SignatureFact[] {
  const kept: SignatureFact[] = [];
  for (const signature of [...signatures].sort(bySigning)) {
    if (!kept.some((other) => isSameSigner(signature, other))) kept.push(signature);
  }
  return kept;
}

/** Whether the candidate's signature is already there, under this account or another one with the same e-mail. */
export function hasSigned(candidate: ApproverFact, signatures: readonly SignatureFact[]): boolean {
  const person = { id: candidate.personId, name: candidate.name, email: candidate.email };
  return signatures.some((signature) => isSamePerson({ kind: "person", ...signatory(signature) }, person));
}

function isSameSigner(one: SignatureFact, other: SignatureFact): boolean {
  return isSamePerson({ kind: "person", ...signatory(one) }, signatory(other));
}

function signatory(signature: SignatureFact): { id: string; name: string; email: string | null } {
  return { id: signature.personId, name: signature.name, email: signature.email };
}

/** Latest first; ties by person, so that the order of the list never matters. */
function bySigning(one: SignatureFact, other: SignatureFact): number {
  const later = (parseInstant(other.signedAt)?.getTime() ?? 0) - (parseInstant(one.signedAt)?.getTime() ?? 0);
  return later || compareText(one.personId, other.personId) || compareText(one.role, other.role);
}

export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
