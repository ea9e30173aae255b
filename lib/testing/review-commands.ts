import { inDays } from "./approval-records";
import type { Ids } from "./ids";

/** The rows of `commandTable` for the quarterly review. Nothing has happened in the quarters that they open. */
export function reviewRows(ids: Ids, digest: string) {
  const reviewId = ids.review;
  return {
    "review.open": ["review:manage", { quarter: "2001-Q3" }],
    "review.open-due": ["system:run", { quarter: "2001-Q4" }],
    "review.note": ["review:manage", { reviewId, text: "Rehearsals have become rare." }],
    "review.carry-over": ["review:sign", { reviewId, actionItemId: ids.actionItem, ...carryOverInput() }],
    "review.sign-off": ["review:sign", { reviewId, digest, printedName: "Any Body" }],
    "review.complete": ["review:manage", { reviewId }],
  } as const;
}

/** A waiver for so many days. */
export const carryOverInput = (days = 30) => ({
  newDueAt: inDays(days),
  justification: "The supplier ships the part next month.",
  mitigation: "The limit is watched by hand until then.",
});
