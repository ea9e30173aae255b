import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { review, reviewCarryOver, reviewSignOff } from "@/db/schema/review";
import { DomainError, invalid } from "@/lib/core/errors";
import { parseQuarter, type Quarter, quarterText } from "@/lib/core/review/quarter";

export type ReviewRow = typeof review.$inferSelect;
type Tenant = { tenantId: string };

export const reviewKey = ({ tenantId }: Tenant, id: string) => and(eq(review.tenantId, tenantId), eq(review.id, id));

export const noSuchReview = () => new DomainError("not_found", "There is no such review.");

/** Locks a review that is still open; `conflict` for a completed one, `not_found` for another tenant's. */
export async function lockOpenReview(tx: Tx, tenant: Tenant, id: string): Promise<ReviewRow> {
  const [row] = await tx.select().from(review).where(reviewKey(tenant, id)).for("update");
  if (!row) throw noSuchReview();
  if (row.state !== "open") throw new DomainError("conflict", `The review of ${row.quarter} is completed already.`);
  return row;
}

/** The quarter that a review is of. */
export function quarterOfReview({ quarter }: Pick<ReviewRow, "quarter">): Quarter {
  const parsed = parseQuarter(quarter);
  if (!parsed) throw new TypeError(`${quarter} is no quarter`);
  return parsed;
}

/** The quarter of `2026-Q3`, which has begun at `now`; else `invalid`. */
export function begunQuarter(text: string, latest: Quarter): Quarter {
  const quarter = parseQuarter(text);
  if (!quarter) throw invalid("quarter", "must be a quarter such as 2026-Q3");
  if (quarterText(quarter) > quarterText(latest)) throw invalid("quarter", "has not begun yet");
  return quarter;
}

/** Waivers that a review gave, the latest of each item last. */
export function carryOversOf(tx: Tx, { tenantId }: Tenant, reviewId: string) {
  return tx
    .select()
    .from(reviewCarryOver)
    .where(and(eq(reviewCarryOver.tenantId, tenantId), eq(reviewCarryOver.reviewId, reviewId)))
    .orderBy(asc(reviewCarryOver.signedAt), asc(reviewCarryOver.id));
}

/** Signatures under a review, the first one first. */
export function signOffsOf(tx: Tx, { tenantId }: Tenant, reviewId: string) {
  return tx
    .select()
    .from(reviewSignOff)
    .where(and(eq(reviewSignOff.tenantId, tenantId), eq(reviewSignOff.reviewId, reviewId)))
    .orderBy(asc(reviewSignOff.signedAt), asc(reviewSignOff.id));
}
