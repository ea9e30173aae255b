import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import { incident } from "@/db/schema/incident";
import type { AgedItem } from "@/lib/core/action-item/ageing";
import type { Span } from "@/lib/core/period";
import type { AnalyticsFilter } from "./analysed";
import { affectsService } from "./summary";

/** Post-incident items that were opened within a span, and all others that are open still. */
export function analysedItems(
  tx: Tx,
  tenantId: string,
  { from, until }: Span,
  { service, severity }: AnalyticsFilter,
): Promise<AgedItem[]> {
  const openedWithin = sql`${actionItem.openedAt} >= ${from.toISOString()}::timestamptz
    and ${actionItem.openedAt} < ${until.toISOString()}::timestamptz`;
  return itemRows(
    tx,
    and(
      eq(actionItem.tenantId, tenantId),
      or(eq(actionItem.state, "open"), openedWithin),
      severity ? eq(incident.severity, severity) : undefined,
      service ? affectsService(service) : undefined,
    ),
  );
}

function itemRows(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      state: actionItem.state,
      openedAt: actionItem.openedAt,
      dueAt: actionItem.dueAt,
      closedAt: actionItem.closedAt,
    })
    .from(actionItem)
    .innerJoin(incident, and(eq(incident.tenantId, actionItem.tenantId), eq(incident.id, actionItem.originId)))
    .where(and(eq(actionItem.originKind, "incident"), where))
    .orderBy(asc(actionItem.openedAt), asc(actionItem.id));
}
