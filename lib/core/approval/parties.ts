import type { Lookup, ManifestFact, Party, ReleaseFact } from "@/lib/core/gate/facts";

/** How somebody is involved in a release. */
export type Involvement = "author" | "committer" | "creator" | "scorecard" | "manifest" | "metrics";
export type InvolvedParty = Party & { involvement: Involvement };

/** As much of a gate's facts as says who made a release and its evidence. */
export type PartyFacts = {
  release: Pick<ReleaseFact, "createdBy">;
  manifest: Lookup<Pick<ManifestFact, "content" | "submittedBy">>;
  scorecard: Lookup<{ submittedBy: Party | null }>;
  metrics: Lookup<{ submittedBy: Party | null }>;
};

/** A person as far as it takes to recognise them among the parties of a release. */
export type Person = { id: string; email: string | null; name: string };

/** Everybody who made a release or its evidence, as far as the facts name them. */
export function releaseParties({ release, manifest, scorecard, metrics }: PartyFacts): InvolvedParty[] {
  const authors = manifest.state === "found" ? manifest.value.content.authors : [];
  const named: [Involvement, Party | null][] = [
    ...authors.map(({ name, email }): [Involvement, Party] => [
      "author",
      { kind: "claimed", id: null, name, email: email ?? null },
    ]),
    ["creator", release.createdBy],
    ["manifest", manifest.state === "found" ? manifest.value.submittedBy : null],
    ["scorecard", scorecard.state === "found" ? scorecard.value.submittedBy : null],
    ["metrics", metrics.state === "found" ? metrics.value.submittedBy : null],
  ];
  return named.flatMap(([involvement, party]) => (party ? [{ ...party, involvement }] : []));
}

/**
 * Whether party and person are the same human: by id, or by e-mail in lower case. Where one side's e-mail is unknown,
 * a party without an id is compared by name, so that leaving out an e-mail does not let one sign one's own work.
 */
export function isSamePerson(party: Party, person: Person): boolean {
  if (party.kind === "token") return false;
  if (party.id !== null && party.id === person.id) return true;
  const [partyEmail, personEmail] = [normal(party.email), normal(person.email)];
  if (partyEmail && personEmail) return partyEmail === personEmail;
  return party.id === null && normal(party.name) !== "" && normal(party.name) === normal(person.name);
}

function normal(text: string | null): string {
  return (text ?? "").trim().toLowerCase();
}
