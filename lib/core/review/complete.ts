import { hasEnded, type Quarter, quarterEnd, quarterText } from "./quarter";

/** A post-incident item that is not complete, opened before the end of the quarter under review. */
export type IncompleteItem = {
  id: string;
  title: string;
  owner: string;
  dueAt: Date;
  incidentId: string;
  /** INC-7 */
  reference: string;
};
/** The signed waiver that lets a review pass an item over until a new date. */
export type CarryOver = { actionItemId: string; until: Date };
export type SignedState = { name: string; digest: string };

export type CompletionFacts = {
  quarter: Quarter;
  items: readonly IncompleteItem[];
  /** Of this review alone, the latest of each item last: a waiver of an earlier review counts no more. */
  carryOvers: readonly CarryOver[];
  signOffs: readonly SignedState[];
  /** Of what the review looks at now. */
  digest: string;
};

type ItemFault = "incomplete" | "waiver-lapsed" | "due-beyond-waiver";
export type Hindrance =
  | { kind: "quarter-running"; until: Date }
  | { kind: "item"; item: IncompleteItem; fault: ItemFault; until: Date | null }
  | { kind: "sign-off"; ofEarlierState: string[] };

/**
 * What keeps a review from being completed at `now`; none: it can be. The quarter must be over, every post-incident
 * item of it or of an earlier one complete or carried over until a date that is still to come, and somebody must have
 * signed exactly what the review looks at now. From the playbook's Change Control. Pure.
 */
export function whatHinders(facts: CompletionFacts, now: Date): Hindrance[] {
  const { quarter, items, signOffs, digest } = facts;
  const hindrances: Hindrance[] = [];
  if (!hasEnded(quarter, now)) hindrances.push({ kind: "quarter-running", until: quarterEnd(quarter) });
  for (const item of items) {
    const { fault, until } = itemStanding(item, facts.carryOvers, now);
    if (fault) hindrances.push({ kind: "item", item, fault, until });
  }
  if (!signOffs.some((each) => each.digest === digest)) {
    hindrances.push({ kind: "sign-off", ofEarlierState: [...new Set(signOffs.map(({ name }) => name))] });
  }
  return hindrances;
}

/** Whether an incomplete item is carried over at `now`, and why not. A waiver is good for its own date and no later one. */
export function itemStanding(
  item: Pick<IncompleteItem, "id" | "dueAt">,
  carryOvers: readonly CarryOver[],
  now: Date,
): { fault: ItemFault | null; until: Date | null } {
  const waiver = carryOvers.findLast(({ actionItemId }) => actionItemId === item.id);
  if (!waiver) return { fault: "incomplete", until: null };
  const { until } = waiver;
  if (!(now.getTime() <= until.getTime())) return { fault: "waiver-lapsed", until };
  if (!(item.dueAt.getTime() <= until.getTime())) return { fault: "due-beyond-waiver", until };
  return { fault: null, until };
}

const day = (at: Date): string => at.toISOString().slice(0, 10);

/** A hindrance as a sentence that names it: "INC-7 “Add an alert” (Pat Person, due 2026-10-15) is not complete." */
export function hindranceText(hindrance: Hindrance): string {
  if (hindrance.kind === "quarter-running") {
    return `The quarter is not over before ${hindrance.until.toISOString()}.`;
  }
  if (hindrance.kind === "sign-off") {
    const names = hindrance.ofEarlierState;
    const others = names.length > 0 ? ` ${names.join(", ")} signed an earlier state.` : "";
    return `Nobody of the change board has signed what the review looks at now.${others}`;
  }
  const { item, fault, until } = hindrance;
  const words: Record<ItemFault, string> = {
    incomplete: "is neither complete nor carried over",
    "waiver-lapsed": `was carried over until ${until ? day(until) : ""}, which has passed`,
    "due-beyond-waiver": `is due later than ${until ? day(until) : ""}, until when it was carried over`,
  };
  return `${item.reference} “${item.title}” (${item.owner}, due ${day(item.dueAt)}) ${words[fault]}.`;
}

/** Why a review cannot be completed, in one text that names every item. */
export function refusalText(quarter: Quarter, hindrances: readonly Hindrance[]): string {
  return `The review of ${quarterText(quarter)} cannot be completed. ${hindrances.map(hindranceText).join(" ")}`;
}
