import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incidentRole } from "@/db/schema/incident";
import type { IncidentRow } from "../incident/find";

/** Who held command of an incident last; null: nobody ever did. */
export async function lastCommander(
  tx: Tx,
  { tenantId, id }: Pick<IncidentRow, "tenantId" | "id">,
): Promise<{ id: string; name: string } | null> {
  const [last] = await tx
    .select({ id: incidentRole.personId, name: incidentRole.personName })
    .from(incidentRole)
    .where(
      and(eq(incidentRole.tenantId, tenantId), eq(incidentRole.incidentId, id), eq(incidentRole.role, "commander")),
    )
    .orderBy(desc(incidentRole.since), desc(incidentRole.id))
    .limit(1);
  return last ?? null;
}
