import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { incidentService } from "@/db/schema/incident";
import type { IncidentRow } from "./find";

type Service = { id: string; slug: string };

/** Adds services to those that an incident affects; the ones that it affects already stay. */
export async function affect(
  tx: Tx,
  { tenantId, id }: Pick<IncidentRow, "tenantId" | "id">,
  services: readonly Pick<Service, "id">[],
): Promise<void> {
  if (services.length === 0) return;
  await tx
    .insert(incidentService)
    .values(services.map((each) => ({ tenantId, incidentId: id, serviceId: each.id })))
    .onConflictDoNothing();
}

/** Services of several incidents by incident, each by slug. */
export async function servicesByIncident(
  tx: Tx,
  tenantId: string,
  incidentIds: readonly string[],
): Promise<Map<string, Service[]>> {
  if (incidentIds.length === 0) return new Map();
  const rows = await tx
    .select({ incidentId: incidentService.incidentId, id: service.id, slug: service.slug })
    .from(incidentService)
    .innerJoin(service, and(eq(service.tenantId, incidentService.tenantId), eq(service.id, incidentService.serviceId)))
    .where(and(eq(incidentService.tenantId, tenantId), inArray(incidentService.incidentId, [...incidentIds])))
    .orderBy(asc(service.slug));
  const found = new Map<string, Service[]>();
  for (const { incidentId, ...each } of rows) found.set(incidentId, [...(found.get(incidentId) ?? []), each]);
  return found;
}

/** Those that an incident affects now, by slug. */
export async function affectedServices(tx: Tx, row: Pick<IncidentRow, "tenantId" | "id">): Promise<Service[]> {
  return (await servicesByIncident(tx, row.tenantId, [row.id])).get(row.id) ?? [];
}
