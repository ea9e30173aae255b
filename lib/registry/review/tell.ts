import type { Tx } from "@/db/client";
import { type Quarter, quarterEnd, quarterText } from "@/lib/core/review/quarter";
import { reviewReminder } from "@/lib/core/review/reminder";
import { incompletePostIncidentItems } from "../action-item/incomplete";
import { notify } from "../notification/notify";

/** Tells the change board that a review waits for it: when its quarter has ended, and each week after, once. */
export async function tellReviewDue(
  scope: { tx: Tx; tenantId: string; now: Date },
  reviewId: string,
  quarter: Quarter,
): Promise<void> {
  const week = reviewReminder(quarter, scope.now);
  if (week === null) return;
  const text = quarterText(quarter);
  const items = await incompletePostIncidentItems(scope.tx, scope.tenantId, { openedBefore: quarterEnd(quarter) });
  const [first] = items;
  const blocked = first
    ? `${items.length === 1 ? "1 post-incident item is" : `${items.length} post-incident items are`} not complete, the first due ${first.reference} “${first.title}” (${first.owner}).`
    : "No post-incident item keeps it from being completed.";
  await notify(scope, {
    kind: "review-due",
    key: `${reviewId}:week-${week}`,
    to: { roles: ["change-board"] },
    serviceId: null,
    releaseId: null,
    title: week === 0 ? `The readiness review of ${text} is due` : `The readiness review of ${text} is still open`,
    verdict: null,
    reason: `${text} has ended. ${blocked}`,
    path: `/reviews/${reviewId}`,
  });
}
