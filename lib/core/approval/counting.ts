import type { Delegator, Facts, Lookup, ManifestFact, SignatureFact } from "@/lib/core/gate/facts";
import { parseInstant } from "@/lib/core/instant";
import { signingBar } from "./bar";
import { type InvolvedParty, isSamePerson, type PartyFacts, type Person, releaseParties } from "./parties";
import { type RequiredTraining, trainingLapse } from "./training";

/** What signatures are judged by: the manifest in force, whose work it is, and the trainings that roles ask for. */
export type CountingRules = {
  manifestDigest: string | null;
  parties: readonly InvolvedParty[];
  requiredTrainings: readonly RequiredTraining[];
};

/** As much of a gate's facts as the counting rules are made of. */
export type CountingFacts = Omit<PartyFacts, "manifest"> &
  Pick<Facts, "requiredTrainings"> & { manifest: Lookup<Pick<ManifestFact, "content" | "digest" | "submittedBy">> };

export function countingRules(facts: CountingFacts): CountingRules {
  return {
    manifestDigest: facts.manifest.state === "found" ? facts.manifest.value.digest : null,
    parties: releaseParties(facts),
    requiredTrainings: facts.requiredTrainings ?? [],
  };
}

/** Why a signature does not count towards approval, or null when it counts. Third person: "authored this release". */
export function whyNotCounted(signature: SignatureFact, rules: CountingRules): string | null {
  const { manifestDigest, parties, requiredTrainings } = rules;
  if (signature.withdrawnAt !== null) return "withdrew the signature";
  if (signature.personId.trim() === "" || signature.name.trim() === "") return "the signature names nobody";
  if (manifestDigest === null) return "there is no manifest that the signature could be for";
  if (signature.manifestDigest !== manifestDigest) return "signed another revision of the manifest";
  if (parseInstant(signature.signedAt) === null) return "the time of the signature cannot be read";
  const lack = signature.onBehalfOf ? whyNotActing(signature, signature.onBehalfOf) : whyNotHolding(signature);
  if (lack) return lack;
  // The delegate reads and judges the release, so it is the delegate who has to be trained for it.
  const lapse = trainingLapse(signature.role, requiredTrainings, signature.trainings);
  if (lapse) return `the ${lapse}`;
  const bar = signingBar(signatory(signature), parties, "third");
  if (bar || !signature.onBehalfOf) return bar;
  const lenderBar = signingBar(personOf(signature.onBehalfOf), parties, "third");
  return lenderBar && `signed for ${signature.onBehalfOf.name}, who ${lenderBar}`;
}

function whyNotHolding({ role, rolesNow }: SignatureFact): string | null {
  return rolesNow.includes(role) ? null : `no longer holds the role ${role}`;
}

function whyNotActing(signature: SignatureFact, lender: Delegator): string | null {
  const { role, delegatedNow = [] } = signature;
  if (lender.personId.trim() === "" || lender.name.trim() === "") return "the signature names nobody whom it is for";
  if (isSamePerson({ kind: "person", ...personOf(lender) }, signatory(signature))) return "signed for themselves";
  const stands = delegatedNow.some((each) => each.role === role && each.from.personId === lender.personId);
  return stands ? null : `no longer acts as ${role} for ${lender.name}`;
}

export function signatory(signature: SignatureFact): Person {
  return { id: signature.personId, name: signature.name, email: signature.email };
}

export function personOf({ personId, name, email }: Delegator): Person {
  return { id: personId, name, email };
}

export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
