import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { review } from "@/db/schema/review";
import { can, type PersonActor } from "@/lib/core/access";
import { hasEnded, quarterEnd } from "@/lib/core/review/quarter";
import { incompletePostIncidentItems } from "../action-item/incomplete";
import { read } from "../read";
import { quarterOfReview } from "./find";

/** `endedAt`: ISO text. */
export type DueReview = { id: string; quarter: string; endedAt: string; incompleteItems: number };

/** Reviews that wait to be completed, for those who sign or run them. */
export async function dueReviews(actor: PersonActor): Promise<{ reviews: DueReview[]; now: string }> {
  const isConcerned = can(actor, "review:sign") || can(actor, "review:manage");
  return read(actor, async (tx, now) => ({
    reviews: isConcerned ? await openReviewsOfEnded(tx, actor.tenantId, now) : [],
    now: now.toISOString(),
  }));
}

/** Open reviews of quarters that are over at `now`, the earliest first. */
export async function openReviewsOfEnded(tx: Tx, tenantId: string, now: Date): Promise<DueReview[]> {
  const open = await tx
    .select()
    .from(review)
    .where(and(eq(review.tenantId, tenantId), eq(review.state, "open")))
    .orderBy(asc(review.quarter));
  const due: DueReview[] = [];
  for (const row of open.filter((each) => hasEnded(quarterOfReview(each), now))) {
    const ended = quarterEnd(quarterOfReview(row));
    const items = await incompletePostIncidentItems(tx, tenantId, { openedBefore: ended });
    due.push({ id: row.id, quarter: row.quarter, endedAt: ended.toISOString(), incompleteItems: items.length });
  }
  return due;
}
