import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incidentEntry } from "@/db/schema/incident";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { IncidentRow } from "../find";

export const entryKey = (actor: Actor, id: string) =>
  and(eq(incidentEntry.tenantId, actor.tenantId), eq(incidentEntry.id, id));

/** An entry of this incident, or `not_found`. */
export async function entryOfIncident(tx: Tx, actor: Actor, { id }: IncidentRow, entryId: string) {
  const [entry] = await tx
    .select()
    .from(incidentEntry)
    .where(and(entryKey(actor, entryId), eq(incidentEntry.incidentId, id)));
  if (!entry) throw new DomainError("not_found", "There is no such entry on this timeline.");
  return entry;
}

/** What was said of an entry later, in its order. */
export async function saidOf(tx: Tx, actor: Actor, incidentId: string, entryId: string, kind: "pin" | "correction") {
  return tx
    .select({ text: incidentEntry.text, data: incidentEntry.data })
    .from(incidentEntry)
    .where(
      and(
        eq(incidentEntry.tenantId, actor.tenantId),
        eq(incidentEntry.incidentId, incidentId),
        eq(incidentEntry.refersToId, entryId),
        eq(incidentEntry.kind, kind),
      ),
    )
    .orderBy(incidentEntry.sequence);
}
