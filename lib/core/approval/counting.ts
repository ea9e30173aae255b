import type { Role } from "@/lib/core/access";
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

/** One human with every account that they signed from, and all roles that these hold now. */
export type Human = { personId: string; name: string; signedAt: string; roles: Role[] };

/** Signatures whose accounts share an id or an e-mail, directly or through others, are one human's: they count once. */
export function humansOf(signatures: readonly SignatureFact[]): Human[] {
  const groups: SignatureFact[][] = [];
  for (const signature of signatures) {
    const same = groups.filter((group) => group.some((other) => isSameSigner(signature, other)));
    const merged = [signature, ...same.flat()];
    groups.splice(0, groups.length, ...groups.filter((group) => !same.includes(group)), merged);
  }
  return groups.flatMap((group): Human[] => {
    const [latest] = [...group].sort(bySigning);
    if (!latest) return [];
    const { personId, name, signedAt } = latest;
    return [{ personId, name, signedAt, roles: [...new Set(group.flatMap(({ rolesNow }) => rolesNow))] }];
  });
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

/** Latest first; ties by what is shown of them, so that the order of the list never matters. */
function bySigning(one: SignatureFact, other: SignatureFact): number {
  const later = (parseInstant(other.signedAt)?.getTime() ?? 0) - (parseInstant(one.signedAt)?.getTime() ?? 0);
  const shown = ({ personId, name, signedAt }: SignatureFact) => JSON.stringify([personId, name, signedAt]);
  return later || compareText(shown(one), shown(other));
}

export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
