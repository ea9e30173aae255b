import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { incident, incidentRole } from "@/db/schema/incident";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { incidentReference } from "@/lib/core/incident/model";
import { currentIncidentPolicy } from "../incident-policy/current";
import { blockedReleases } from "./blocked";
import type { IncidentRow } from "./find";
import { linksOf } from "./link-views";
import { affectedServices } from "./services";
import { type FoundIncident, summaryOf } from "./summary";
import { suspectsOf } from "./suspect-queries";
import { acknowledgementsOf, toldOf } from "./told";
import type { IncidentDetail, RoleHolding } from "./view";

/** All that an incident's page shows, by the clock of `now`. */
export async function detailOf(tx: Tx, actor: Actor, found: FoundIncident, now: Date): Promise<IncidentDetail> {
  const { incident: row } = found;
  const services = await affectedServices(tx, row);
  const { policy } = await currentIncidentPolicy(tx, actor.tenantId);
  const roleHistory = await roleHistoryOf(tx, row);
  const duplicates = await duplicatesOf(tx, row);
  const acknowledgements = await acknowledgementsOf(tx, row);
  const ids = [row.id, ...duplicates.map(({ id }) => id)];
  return {
    ...summaryOf(
      found,
      services.map(({ slug }) => slug),
    ),
    ...factsOf(row),
    roles: roleHistory.filter(({ until }) => until === null),
    roleHistory,
    duplicates,
    cause: await causeOf(tx, row),
    links: await linksOf(tx, actor.tenantId, ids),
    told: await toldOf(tx, row, acknowledgements),
    acknowledgements,
    suspects: await suspectsOf(tx, row, services, policy.attributionWindowHours),
    blocks: await blockedReleases(tx, row, services, now),
    postmortemRequired: policy.postmortem.requiredFor.includes(row.severity),
    lastSequence: row.lastSequence,
    now: now.toISOString(),
  };
}

const factsOf = (row: IncidentRow) => ({
  impact: row.impact,
  alert: row.alertSource && row.alertKey ? { source: row.alertSource, key: row.alertKey } : null,
  startedAt: row.startedAt?.toISOString() ?? null,
  acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  mitigatedAt: row.mitigatedAt?.toISOString() ?? null,
  publishedAt: row.publishedAt?.toISOString() ?? null,
  closedAt: row.closedAt?.toISOString() ?? null,
  nextUpdateAt: row.nextUpdateAt?.toISOString() ?? null,
  declaredBy: row.byName,
});

async function roleHistoryOf(tx: Tx, { tenantId, id }: IncidentRow): Promise<RoleHolding[]> {
  const rows = await tx
    .select()
    .from(incidentRole)
    .where(and(eq(incidentRole.tenantId, tenantId), eq(incidentRole.incidentId, id)))
    .orderBy(asc(incidentRole.since), asc(incidentRole.id));
  return rows.map(({ role, personId, personName, since, until }) => ({
    ...{ role, personId, name: personName, since: since.toISOString() },
    until: until?.toISOString() ?? null,
  }));
}

async function duplicatesOf(tx: Tx, { tenantId, id }: IncidentRow) {
  const rows = await tx
    .select({ id: incident.id, number: incident.number, title: incident.title })
    .from(incident)
    .where(and(eq(incident.tenantId, tenantId), eq(incident.mergedIntoId, id)))
    .orderBy(asc(incident.number));
  return rows.map(({ number, ...row }) => ({ ...row, reference: incidentReference(number) }));
}

async function causeOf(tx: Tx, { tenantId, causeReleaseId }: IncidentRow) {
  if (!causeReleaseId) return null;
  const [row] = await tx
    .select({ releaseId: release.id, service: service.slug, version: release.version })
    .from(release)
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .where(and(eq(release.tenantId, tenantId), eq(release.id, causeReleaseId)));
  return row ?? null;
}
