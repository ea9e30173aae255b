import { and, asc, eq, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import { incident } from "@/db/schema/incident";
import { incidentReference } from "@/lib/core/incident/model";

/** An item of an incident that is still open. `owner`: the name. `dueAt`: ISO text. `reference`: INC-7. */
export type IncompleteItem = {
  id: string;
  title: string;
  owner: string;
  dueAt: string;
  incidentId: string;
  reference: string;
};

/** What follows from incidents and is not done, those due first before the others. Bounds exclude their instants. */
export async function incompletePostIncidentItems(
  tx: Tx,
  tenantId: string,
  { dueBefore, openedBefore }: { dueBefore?: Date; openedBefore?: Date } = {},
): Promise<IncompleteItem[]> {
  const rows = await tx
    .select({ item: actionItem, incidentId: incident.id, number: incident.number })
    .from(actionItem)
    .innerJoin(incident, and(eq(incident.tenantId, actionItem.tenantId), eq(incident.id, actionItem.originId)))
    .where(
      and(
        eq(actionItem.tenantId, tenantId),
        eq(actionItem.originKind, "incident"),
        eq(actionItem.state, "open"),
        dueBefore ? lt(actionItem.dueAt, dueBefore) : undefined,
        openedBefore ? lt(actionItem.openedAt, openedBefore) : undefined,
      ),
    )
    .orderBy(asc(actionItem.dueAt), asc(actionItem.id));
  return rows.map(({ item, incidentId, number }) => ({
    id: item.id,
    title: item.title,
    owner: item.ownerName,
    dueAt: item.dueAt.toISOString(),
    incidentId,
    reference: incidentReference(number),
  }));
}
