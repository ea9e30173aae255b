/** One rehearsal of a service in an environment, as far as it takes to know which repeats which. */
export type Drill = { id: string; outcome: "passed" | "failed" | "aborted"; finishedAt: string };

/** The rehearsal that repeated a failed one: the first that passed after it; null while none has. */
export function repetitionOf<D extends Drill>(failed: D, others: readonly D[]): D | null {
  if (failed.outcome !== "failed") return null;
  return inOrder(others).find((each) => each.outcome === "passed" && isAfter(each, failed)) ?? null;
}

/** The failed rehearsals that one which passed repeats: those since the one that passed before it, oldest first. */
export function repeatedBy<D extends Drill>(passed: D, others: readonly D[]): D[] {
  if (passed.outcome !== "passed") return [];
  return inOrder(others).filter(
    (each) => each.outcome === "failed" && repetitionOf(each, [...others, passed])?.id === passed.id,
  );
}

const timeOf = ({ finishedAt }: Drill) => Date.parse(finishedAt);
/** As the gate has it: one that ended at the same instant as a failed one does not make up for it. */
const isAfter = (one: Drill, other: Drill) => timeOf(one) > timeOf(other);
const inOrder = <D extends Drill>(drills: readonly D[]) =>
  drills.toSorted((one, other) => timeOf(one) - timeOf(other) || (one.id < other.id ? -1 : 1));
