import type { Role } from "@/lib/core/access";
import type { Delegator, SignatureFact } from "@/lib/core/gate/facts";
import { parseInstant } from "@/lib/core/instant";
import type { Signer } from "./assign";
import { type CountingRules, compareText, personOf, signatory } from "./counting";
import { isSamePerson, type Person } from "./parties";
import { trainingLapse } from "./training";

/** A signature that counts, or one that somebody could give: who signs, by whose authority, and in which roles. */
export type Ballot = {
  signer: Person;
  /** The signer, or whom the signer acts for. */
  authority: Person;
  onBehalfOf: Delegator | null;
  roles: Role[];
  signedAt: string;
};

/**
 * Ballots that count as one: those of one human, and those that rest on one person's authority. Somebody who lends a
 * role gives away what they could do themselves, so their own signature and their delegates' cover one role together.
 */
export type Voice = { id: string; ballots: Ballot[] };

/**
 * An own signature counts in every role that its signer holds now and is trained for; one on behalf of somebody else
 * counts in the role that it names, and in no other.
 */
export function ballotOf(signature: SignatureFact, { requiredTrainings }: CountingRules): Ballot {
  const { onBehalfOf = null, role, rolesNow, trainings, signedAt } = signature;
  const signer = signatory(signature);
  const own = rolesNow.filter((each) => trainingLapse(each, requiredTrainings, trainings) === null);
  const authority = onBehalfOf ? personOf(onBehalfOf) : signer;
  return { signer, authority, onBehalfOf, roles: onBehalfOf ? [role] : own, signedAt };
}

/** Joins ballots by human and by authority, directly or through others. The order of the list never matters. */
export function voicesOf(ballots: readonly Ballot[]): Voice[] {
  const groups: Ballot[][] = [];
  for (const ballot of ballots) {
    const same = groups.filter((group) => group.some((other) => isOneVoice(ballot, other)));
    const merged = [ballot, ...same.flat()];
    groups.splice(0, groups.length, ...groups.filter((group) => !same.includes(group)), merged);
  }
  return groups.flatMap((group): Voice[] => {
    const sorted = [...group].sort(byTime);
    return sorted[0] ? [{ id: sorted[0].signer.id, ballots: sorted }] : [];
  });
}

/** As the matching of roles takes them. */
export function signersOf(voices: readonly Voice[]): Signer[] {
  return voices.map(({ id, ballots }) => ({ personId: id, roles: ballots.flatMap(({ roles }) => roles) }));
}

/** Which ballot of a voice stands for a role: the latest that counts in it. */
export function ballotFor(role: Role, { ballots }: Voice): Ballot | undefined {
  return ballots.find(({ roles }) => roles.includes(role));
}

function isOneVoice(one: Ballot, other: Ballot): boolean {
  return isOneHuman(one.signer, other.signer) || isOneHuman(one.authority, other.authority);
}

/** By id or e-mail: the accounts of one human, whichever they signed from. */
export function isOneHuman(one: Person, other: Person): boolean {
  return isSamePerson({ kind: "person", ...one }, other);
}

/** Latest first; ties by what is shown of them. */
function byTime(one: Ballot, other: Ballot): number {
  const later = (parseInstant(other.signedAt)?.getTime() ?? 0) - (parseInstant(one.signedAt)?.getTime() ?? 0);
  const shown = ({ signer, authority, signedAt, roles }: Ballot) =>
    JSON.stringify([signer, authority, signedAt, roles]);
  return later || compareText(shown(one), shown(other));
}
