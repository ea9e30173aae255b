import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incident, incidentEntry } from "@/db/schema/incident";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { EntryKind } from "@/lib/core/incident/model";
import { doneByColumns } from "../actor-columns";
import { newId } from "../id";

/** The channel on which every process hears that a timeline has grown. */
export const TIMELINE_CHANNEL = "incident_timeline";

export type NewEntry = {
  kind: EntryKind;
  text: string;
  /** Left out: a new one. */
  id?: string;
  /** When it happened; left out: now. */
  at?: Date;
  refersToId?: string;
  evidenceUrl?: string;
  data?: Record<string, unknown>;
};

/**
 * Appends to an incident's timeline within the caller's transaction. The row of the incident stays locked until it ends,
 * so that places are taken in the order of commits: whoever has read up to n misses nothing up to n.
 */
export async function appendEntry(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  incidentId: string,
  { kind, text, id = newId(now), at = now, refersToId, evidenceUrl, data = {} }: NewEntry,
): Promise<{ id: string; sequence: number }> {
  const { tenantId } = actor;
  const [row] = await tx
    .update(incident)
    .set({ lastSequence: sql`${incident.lastSequence} + 1` })
    .where(and(eq(incident.tenantId, tenantId), eq(incident.id, incidentId)))
    .returning({ sequence: incident.lastSequence });
  if (!row) throw new DomainError("not_found", "There is no such incident.");
  const { sequence } = row;
  await tx.insert(incidentEntry).values({
    tenantId,
    id,
    incidentId,
    sequence,
    kind,
    at,
    recordedAt: now,
    text,
    refersToId: refersToId ?? null,
    evidenceUrl: evidenceUrl ?? null,
    data,
    ...doneByColumns(actor),
  });
  const heard = JSON.stringify({ tenantId, incidentId, sequence });
  await tx.execute(sql`select pg_notify(${TIMELINE_CHANNEL}, ${heard})`);
  return { id, sequence };
}
