import { type InvolvedParty, type Involvement, isSamePerson, type Person } from "./parties";

const DEEDS: Record<Involvement, string> = {
  author: "authored this release",
  committer: "committed to this release",
  creator: "created this release",
  scorecard: "submitted its scorecard",
  manifest: "submitted its manifest",
  metrics: "submitted its metrics",
};
const AUTHORSHIP: readonly Involvement[] = ["author", "committer", "creator"];

/**
 * Why this person may not sign the release, in words, or null when they may: author, committer, creator of the
 * release, or submitter of its scorecard, manifest or metrics. `voice` "second" speaks to the person ("You authored
 * this release"), "third" about them ("authored this release").
 */
export function signingBar(
  person: Person,
  parties: readonly InvolvedParty[],
  voice: "second" | "third" = "second",
): string | null {
  return barBy(person, parties, voice, () => true);
}

/** Why this person may not grant a waiver for the release: its author, committer or creator. Null when they may. */
export function waivingBar(
  person: Person,
  parties: readonly InvolvedParty[],
  voice: "second" | "third" = "second",
): string | null {
  return barBy(person, parties, voice, (involvement) => AUTHORSHIP.includes(involvement));
}

function barBy(
  person: Person,
  parties: readonly InvolvedParty[],
  voice: "second" | "third",
  counts: (involvement: Involvement) => boolean,
): string | null {
  const party = parties.find((each) => counts(each.involvement) && isSamePerson(each, person));
  if (!party) return null;
  const deed = DEEDS[party.involvement];
  return voice === "second" ? `You ${deed}` : deed;
}
