import { and, asc, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import { review } from "@/db/schema/review";
import { tenant } from "@/db/schema/tenant";
import { parseQuarter, quartersToOpen, quarterText } from "@/lib/core/review/quarter";
import { systemActor } from "../system-actor";
import { quarterOfReview } from "./find";
import { openDueReview } from "./open";
import { tellReviewDue } from "./tell";

/** Opens the reviews of quarters that have ended, each once, and the change board is told of them. */
export async function openReviews(tenantId: string, now: Date): Promise<void> {
  await readyToEnqueue();
  const due = await transaction({ tenantId }, async (tx) => {
    const [own] = await tx.select({ since: tenant.createdAt }).from(tenant).where(eq(tenant.id, tenantId));
    const rows = await tx.select({ quarter: review.quarter }).from(review).where(eq(review.tenantId, tenantId));
    const reviewed = rows.flatMap(({ quarter }) => parseQuarter(quarter) ?? []);
    return own ? quartersToOpen({ tenantSince: own.since, reviewed }, now) : [];
  });
  for (const quarter of due) {
    await openDueReview({ actor: systemActor(tenantId), clock: () => now }, { quarter: quarterText(quarter) });
  }
}

/** Reminds the change board each week of a review that is still open. */
export async function remindOfReviews(tenantId: string, now: Date): Promise<void> {
  await readyToEnqueue();
  await transaction({ tenantId }, async (tx) => {
    const rows = await tx
      .select({ id: review.id, quarter: review.quarter })
      .from(review)
      .where(and(eq(review.tenantId, tenantId), eq(review.state, "open")))
      .orderBy(asc(review.quarter));
    for (const row of rows) await tellReviewDue({ tx, tenantId, now }, row.id, quarterOfReview(row));
  });
}
