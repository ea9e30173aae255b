import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import { incident } from "@/db/schema/incident";
import { reviewCarryOver } from "@/db/schema/review";
import { incidentReference } from "@/lib/core/incident/model";
import type { Span } from "@/lib/core/period";
import type { ReviewFacts } from "@/lib/core/review/model";

const ofIncident = and(eq(incident.tenantId, actionItem.tenantId), eq(incident.id, actionItem.originId));

/** Post-incident items that were closed within a span, the first one first. */
export async function closedItemsWithin(
  tx: Tx,
  tenantId: string,
  { from, until }: Span,
): Promise<ReviewFacts["closedItems"]> {
  const rows = await tx
    .select({ item: actionItem, incidentId: incident.id, number: incident.number })
    .from(actionItem)
    .innerJoin(incident, ofIncident)
    .where(
      and(
        eq(actionItem.tenantId, tenantId),
        eq(actionItem.originKind, "incident"),
        gte(actionItem.closedAt, from),
        lt(actionItem.closedAt, until),
      ),
    )
    .orderBy(asc(actionItem.closedAt), asc(actionItem.id));
  return rows.flatMap(({ item: { id, title, ownerName, dueAt, state, closedAt }, incidentId, number }) =>
    state === "open" || !closedAt
      ? []
      : [
          {
            ...{ id, title, owner: ownerName, dueAt: dueAt.toISOString(), state, closedAt: closedAt.toISOString() },
            ...{ incidentId, reference: incidentReference(number) },
          },
        ],
  );
}

export type ItemDeadline = { dueAt: Date; doneAt: Date | null };

/** First due times of post-incident items, from before they were carried over, and when those that are done were done. */
export async function itemDeadlinesWithin(tx: Tx, tenantId: string, { from, until }: Span): Promise<ItemDeadline[]> {
  const carried = tx
    .select({
      itemId: reviewCarryOver.actionItemId,
      dueAt: sql<Date>`min(${reviewCarryOver.dueBefore})`.as("first_due"),
    })
    .from(reviewCarryOver)
    .where(eq(reviewCarryOver.tenantId, tenantId))
    .groupBy(reviewCarryOver.actionItemId)
    .as("carried");
  const firstDue = sql`least(${actionItem.dueAt}, ${carried.dueAt})`.mapWith(actionItem.dueAt);
  const rows = await tx
    .select({ dueAt: firstDue, state: actionItem.state, closedAt: actionItem.closedAt })
    .from(actionItem)
    .innerJoin(incident, ofIncident)
    .leftJoin(carried, eq(carried.itemId, actionItem.id))
    .where(
      and(
        eq(actionItem.tenantId, tenantId),
        eq(actionItem.originKind, "incident"),
        sql`${actionItem.state} <> 'cancelled'`,
        sql`${firstDue} >= ${from.toISOString()}::timestamptz and ${firstDue} < ${until.toISOString()}::timestamptz`,
      ),
    );
  return rows.map(({ dueAt, state, closedAt }) => ({ dueAt, doneAt: state === "done" ? closedAt : null }));
}
