import { desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incidentPolicy } from "@/db/schema/incident";
import { DEFAULT_INCIDENT_POLICY, type IncidentPolicy } from "@/lib/core/incident/policy";

/** What the tenant decides about its incidents; version 0 is the default of Readiness. */
export async function currentIncidentPolicy(
  tx: Tx,
  tenantId: string,
): Promise<{ version: number; policy: IncidentPolicy }> {
  const [row] = await tx
    .select({ version: incidentPolicy.version, policy: incidentPolicy.content })
    .from(incidentPolicy)
    .where(eq(incidentPolicy.tenantId, tenantId))
    .orderBy(desc(incidentPolicy.version))
    .limit(1);
  return row ?? { version: 0, policy: DEFAULT_INCIDENT_POLICY };
}
