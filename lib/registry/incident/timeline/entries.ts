import { and, asc, eq, gt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incidentEntry } from "@/db/schema/incident";
import type { TimelineEntry } from "@/lib/core/incident/entry";

type EntryRow = typeof incidentEntry.$inferSelect;

export const entryOf = (row: EntryRow): TimelineEntry => ({
  id: row.id,
  sequence: row.sequence,
  kind: row.kind,
  at: row.at.toISOString(),
  recordedAt: row.recordedAt.toISOString(),
  text: row.text,
  by: { kind: row.byKind, id: row.byId, name: row.byName },
  refersTo: row.refersToId,
  evidenceUrl: row.evidenceUrl,
  data: row.data,
});

/** All entries of an incident in the order of their sequence, corrections and pins included; none for one that is not there. */
export async function timelineEntries(tx: Tx, tenantId: string, incidentId: string): Promise<TimelineEntry[]> {
  return entriesAfter(tx, { tenantId, incidentId });
}

/** Entries whose sequence is greater than `after`, the first ones first, at most `limit` of them. */
export async function entriesAfter(
  tx: Tx,
  { tenantId, incidentId, after = 0, limit }: { tenantId: string; incidentId: string; after?: number; limit?: number },
): Promise<TimelineEntry[]> {
  const query = tx
    .select()
    .from(incidentEntry)
    .where(
      and(
        eq(incidentEntry.tenantId, tenantId),
        eq(incidentEntry.incidentId, incidentId),
        gt(incidentEntry.sequence, after),
      ),
    )
    .orderBy(asc(incidentEntry.sequence));
  const rows = await (limit === undefined ? query : query.limit(limit));
  return rows.map(entryOf);
}
