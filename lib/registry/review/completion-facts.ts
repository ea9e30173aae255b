import type { Tx } from "@/db/client";
import type { CompletionFacts } from "@/lib/core/review/complete";
import type { FoundFacts } from "./facts";
import { quarterOfReview, type ReviewRow, signOffsOf } from "./find";

/** What decides whether a review can be completed, of what it looks at and who has signed that. */
export async function completionFacts(tx: Tx, row: ReviewRow, { facts, digest }: FoundFacts): Promise<CompletionFacts> {
  const signOffs = await signOffsOf(tx, row, row.id);
  return {
    quarter: quarterOfReview(row),
    items: facts.incompleteItems.map((item) => ({ ...item, dueAt: new Date(item.dueAt) })),
    carryOvers: facts.carryOvers.map(({ actionItemId, until }) => ({ actionItemId, until: new Date(until) })),
    signOffs: signOffs.map(({ printedName: name, digest: signed }) => ({ name, digest: signed })),
    digest,
  };
}
