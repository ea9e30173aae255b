import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { postmortemReview } from "@/db/schema/postmortem";
import { DomainError } from "@/lib/core/errors";
import type { GivenReview } from "@/lib/core/incident/postmortem/review";

export type ReviewRow = typeof postmortemReview.$inferSelect;

/** Whoever was asked to review a postmortem and what they answered, the first one asked first. */
export async function reviewsOf(tx: Tx, tenantId: string, incidentId: string): Promise<ReviewRow[]> {
  return tx
    .select()
    .from(postmortemReview)
    .where(and(eq(postmortemReview.tenantId, tenantId), eq(postmortemReview.incidentId, incidentId)))
    .orderBy(asc(postmortemReview.askedAt), asc(postmortemReview.id));
}

/** Incidents whose postmortem somebody was asked to review and has not answered. */
export async function awaitedReviews(tx: Tx, tenantId: string, reviewerId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ incidentId: postmortemReview.incidentId })
    .from(postmortemReview)
    .where(
      and(
        eq(postmortemReview.tenantId, tenantId),
        eq(postmortemReview.reviewerId, reviewerId),
        isNull(postmortemReview.answeredAt),
      ),
    );
  return new Set(rows.map(({ incidentId }) => incidentId));
}

/** Those that were answered. */
export const givenReviews = (rows: readonly ReviewRow[]): GivenReview[] =>
  rows.flatMap(({ reviewerId, reviewerName, answer, revision, answeredAt }) =>
    answer && revision !== null && answeredAt ? [{ reviewerId, reviewerName, answer, revision, answeredAt }] : [],
  );

/** The state of a document has moved on since somebody read it. */
export function requireRevision(now: number, read: number): void {
  if (now === read) return;
  throw new DomainError(
    "conflict",
    `The postmortem has been changed since you read it: it is at revision ${now}, you read ${read}. Read it again.`,
  );
}
