import { and, asc, eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incident, incidentService } from "@/db/schema/incident";

type OfService = { tenantId: string; serviceId: string };

/** Incidents that affect a service, whichever service they were declared on, the earliest first. */
export function incidentsAffecting(tx: Tx, { tenantId, serviceId }: OfService, which: SQL) {
  return tx
    .select({
      id: incident.id,
      severity: incident.severity,
      title: incident.title,
      declaredAt: incident.declaredAt,
    })
    .from(incidentService)
    .innerJoin(
      incident,
      and(eq(incident.tenantId, incidentService.tenantId), eq(incident.id, incidentService.incidentId)),
    )
    .where(and(eq(incidentService.tenantId, tenantId), eq(incidentService.serviceId, serviceId), which))
    .orderBy(asc(incident.declaredAt), asc(incident.id));
}
