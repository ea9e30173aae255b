import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { incident, incidentRole } from "@/db/schema/incident";
import type { Actor } from "@/lib/core/access";
import { incidentReference } from "@/lib/core/incident/model";
import type { IncidentRow } from "./find";
import { servicesByIncident } from "./services";
import type { IncidentSummary } from "./view";

const target = alias(incident, "target");

/** Incidents of the actor's tenant with what a line of a list shows of them. */
export function selectIncidents(tx: Tx, actor: Actor, where: SQL | undefined) {
  return tx
    .select({
      incident,
      service: service.slug,
      commander: incidentRole.personName,
      mergedInto: { id: target.id, number: target.number },
    })
    .from(incident)
    .innerJoin(service, and(eq(service.tenantId, incident.tenantId), eq(service.id, incident.serviceId)))
    .leftJoin(
      incidentRole,
      and(
        eq(incidentRole.tenantId, incident.tenantId),
        eq(incidentRole.incidentId, incident.id),
        eq(incidentRole.role, "commander"),
        isNull(incidentRole.until),
      ),
    )
    .leftJoin(target, and(eq(target.tenantId, incident.tenantId), eq(target.id, incident.mergedIntoId)))
    .where(and(eq(incident.tenantId, actor.tenantId), where))
    .$dynamic();
}

/** What of them a token that is limited to a service sees. */
export const withinReach = (actor: Actor): SQL | undefined =>
  actor.kind === "token" && actor.serviceId ? eq(incident.serviceId, actor.serviceId) : undefined;

export type FoundIncident = {
  incident: IncidentRow;
  service: string;
  commander: string | null;
  mergedInto: { id: string; number: number } | null;
};

/** The lines of these incidents, in their order. */
export async function summariesOf(tx: Tx, actor: Actor, rows: readonly FoundIncident[]): Promise<IncidentSummary[]> {
  const ids = rows.map((row) => row.incident.id);
  const services = await servicesByIncident(tx, actor.tenantId, ids);
  return rows.map((row) =>
    summaryOf(
      row,
      (services.get(row.incident.id) ?? []).map(({ slug }) => slug),
    ),
  );
}

export function summaryOf(row: FoundIncident, services: string[]): IncidentSummary {
  const { incident: it, mergedInto } = row;
  return {
    id: it.id,
    reference: incidentReference(it.number),
    title: it.title,
    severity: it.severity,
    state: it.state,
    service: row.service,
    services,
    commander: row.commander,
    declaredAt: it.declaredAt.toISOString(),
    detectedAt: it.detectedAt.toISOString(),
    resolvedAt: it.resolvedAt?.toISOString() ?? null,
    mergedInto: mergedInto && { id: mergedInto.id, reference: incidentReference(mergedInto.number) },
  };
}

/** That an incident affects the service of a slug, be it the one that it was declared on or another. */
export const affectsService = (slug: string): SQL => sql`exists (
  select 1 from incident_service affected join service named
    on named.tenant_id = affected.tenant_id and named.id = affected.service_id
  where affected.tenant_id = ${incident.tenantId} and affected.incident_id = ${incident.id} and named.slug = ${slug})`;
