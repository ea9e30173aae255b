import { and, asc, eq, exists, inArray, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incident, incidentRole } from "@/db/schema/incident";
import { can, type PersonActor } from "@/lib/core/access";
import { incidentReference, type ResponseRole, type Severity } from "@/lib/core/incident/model";
import { updateOwner } from "@/lib/core/incident/update-timer";
import { read } from "../read";

export type MyIncident = {
  id: string;
  reference: string;
  title: string;
  severity: Severity;
  /** Roles that the reader holds in it. */
  roles: ResponseRole[];
  /** Nobody has said that they saw it; null: somebody has. */
  unacknowledgedSince: string | null;
  /** When the next update is due that is the reader's to give; null: none is. */
  updateDueAt: string | null;
  detectedAt: string;
};

const MOST_SHOWN = 50;

/** Open incidents in which the reader holds a role, and those that nobody has acknowledged, if the reader could. */
export async function myIncidents(actor: PersonActor): Promise<{ items: MyIncident[]; now: string }> {
  return read(actor, async (tx, now) => {
    const rows = await concerning(tx, actor);
    const held = await rolesIn(
      tx,
      actor.tenantId,
      rows.map(({ id }) => id),
    );
    const items = rows.map((row): MyIncident => {
      const here = held.filter(({ incidentId }) => incidentId === row.id);
      const owner = updateOwner(here);
      return {
        ...{ id: row.id, reference: incidentReference(row.number), title: row.title, severity: row.severity },
        roles: here.filter(({ personId }) => personId === actor.id).map(({ role }) => role),
        unacknowledgedSince: row.state === "declared" ? row.declaredAt.toISOString() : null,
        updateDueAt: owner === actor.id ? (row.nextUpdateAt?.toISOString() ?? null) : null,
        detectedAt: row.detectedAt.toISOString(),
      };
    });
    return { items, now: now.toISOString() };
  });
}

async function concerning(tx: Tx, actor: PersonActor) {
  const isUnseen = can(actor, "incident:command") ? eq(incident.state, "declared") : undefined;
  return tx
    .select()
    .from(incident)
    .where(and(eq(incident.tenantId, actor.tenantId), isNull(incident.resolvedAt), or(holding(tx, actor), isUnseen)))
    .orderBy(asc(incident.severity), asc(incident.detectedAt), asc(incident.id))
    .limit(MOST_SHOWN);
}

function holding(tx: Tx, actor: PersonActor) {
  const own = tx
    .select({ id: incidentRole.id })
    .from(incidentRole)
    .where(
      and(
        eq(incidentRole.tenantId, incident.tenantId),
        eq(incidentRole.incidentId, incident.id),
        eq(incidentRole.personId, actor.id),
        isNull(incidentRole.until),
      ),
    );
  return exists(own);
}

async function rolesIn(tx: Tx, tenantId: string, incidentIds: string[]) {
  if (incidentIds.length === 0) return [];
  return tx
    .select({ incidentId: incidentRole.incidentId, role: incidentRole.role, personId: incidentRole.personId })
    .from(incidentRole)
    .where(
      and(
        eq(incidentRole.tenantId, tenantId),
        inArray(incidentRole.incidentId, incidentIds),
        isNull(incidentRole.until),
      ),
    )
    .orderBy(asc(incidentRole.since), asc(incidentRole.id));
}
