import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incidentRole } from "@/db/schema/incident";
import type { IncidentRow } from "../incident/find";

export type Commander = { id: string; name: string };

/** Who held command of an incident last; null: nobody ever did. */
export async function lastCommander(
  tx: Tx,
  { tenantId, id }: Pick<IncidentRow, "tenantId" | "id">,
): Promise<Commander | null> {
  return (await lastCommanders(tx, tenantId, [id])).get(id) ?? null;
}

/** The same of several incidents, by their ids; those that nobody ever commanded are left out. */
export async function lastCommanders(
  tx: Tx,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, Commander>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([incidentRole.incidentId], {
      incidentId: incidentRole.incidentId,
      id: incidentRole.personId,
      name: incidentRole.personName,
    })
    .from(incidentRole)
    .where(
      and(
        eq(incidentRole.tenantId, tenantId),
        inArray(incidentRole.incidentId, [...ids]),
        eq(incidentRole.role, "commander"),
      ),
    )
    .orderBy(incidentRole.incidentId, desc(incidentRole.since), desc(incidentRole.id));
  return new Map(rows.map(({ incidentId, ...commander }) => [incidentId, commander]));
}
