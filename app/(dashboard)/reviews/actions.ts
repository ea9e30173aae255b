"use server";

import { carryOverItem } from "@/lib/registry/review/carry-over";
import { completeReview } from "@/lib/registry/review/complete";
import { noteReview } from "@/lib/registry/review/note";
import { openReview } from "@/lib/registry/review/open";
import { signOffReview } from "@/lib/registry/review/sign-off";
import { action, signedAction } from "@/lib/web/action";

const changed = ({ reviewId }: { reviewId: string }) => ["/reviews", `/reviews/${reviewId}`];
const endedOrBegun = ({ id }: { id: string }) => ["/reviews", `/reviews/${id}`];

export const openReviewAction = action(openReview, endedOrBegun);
export const noteReviewAction = action(noteReview, changed);
export const carryOverAction = signedAction(carryOverItem, ({ reviewId, actionItemId }) => [
  ...changed({ reviewId }),
  "/action-items",
  `/action-items/${actionItemId}`,
]);
export const signOffReviewAction = signedAction(signOffReview, changed);
export const completeReviewAction = action(completeReview, endedOrBegun);
