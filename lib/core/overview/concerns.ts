/** How a record concerns somebody, the most pressing first. */
export const RELATIONS = [
  "signs",
  "you",
  "answers",
  "owns",
  "reviews",
  "authored",
  "created",
  "signed",
  "declared",
  "asked",
  "granted",
] as const;
export type Relation = (typeof RELATIONS)[number];

/** A record that concerns somebody. */
export type Concern = { id: string; relation: Relation };

type Entry = { index: number; subjects: readonly string[] };
export type Group<C, E> = { concern: C; entries: E[] };

/** One concern for each record: its most pressing relation. */
export function strongest<C extends Concern>(concerns: readonly C[]): Map<string, C> {
  const found = new Map<string, C>();
  for (const concern of concerns) {
    const known = found.get(concern.id);
    if (!known || rankOf(concern) < rankOf(known)) found.set(concern.id, concern);
  }
  return found;
}

/**
 * What happened, by the record of somebody's that it is about; an entry about several belongs to the one that concerns
 * them most, and one about none is left out. The most pressing relation comes first, then what changed last; within a
 * group the newest entry comes first.
 */
export function groupByConcern<C extends Concern, E extends Entry>(
  entries: readonly E[],
  concerns: readonly C[],
): Group<C, E>[] {
  const byId = strongest(concerns);
  const groups = new Map<string, Group<C, E>>();
  for (const entry of entries.toSorted((one, other) => other.index - one.index)) {
    const found = entry.subjects.flatMap((id) => byId.get(id) ?? []).sort((one, other) => rankOf(one) - rankOf(other));
    const [concern] = found;
    if (!concern) continue;
    const known = groups.get(concern.id);
    if (known) known.entries.push(entry);
    else groups.set(concern.id, { concern, entries: [entry] });
  }
  return [...groups.values()].sort(
    (one, other) => rankOf(one.concern) - rankOf(other.concern) || newest(other) - newest(one),
  );
}

const rankOf = ({ relation }: Concern): number => RELATIONS.indexOf(relation);
const newest = ({ entries }: { entries: readonly Entry[] }): number => entries[0]?.index ?? -1;
