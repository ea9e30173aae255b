import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { incident } from "@/db/schema/incident";
import type { AttributableIncident } from "@/lib/core/incident/comparison";
import { incidentReference, type Severity } from "@/lib/core/incident/model";
import type { Span } from "@/lib/core/period";
import { servicesByIncident } from "./services";
import { affectsService } from "./summary";

export type AnalyticsFilter = { service?: string; severity?: Severity };

export type AnalysedRow = AttributableIncident & {
  reference: string;
  title: string;
  /** The one that it was declared on. */
  service: string;
  /** Of its postmortem. */
  publishedAt: Date | null;
};

/** Incidents that were declared within a span, the first one first; merged duplicates among them. */
export async function analysedIncidents(
  tx: Tx,
  tenantId: string,
  { from, until }: Span,
  filter: AnalyticsFilter = {},
): Promise<AnalysedRow[]> {
  const rows = await tx
    .select({ incident, service: service.slug })
    .from(incident)
    .innerJoin(service, and(eq(service.tenantId, incident.tenantId), eq(service.id, incident.serviceId)))
    .where(
      and(
        eq(incident.tenantId, tenantId),
        gte(incident.declaredAt, from),
        lt(incident.declaredAt, until),
        filter.severity ? eq(incident.severity, filter.severity) : undefined,
        filter.service ? affectsService(filter.service) : undefined,
      ),
    )
    .orderBy(asc(incident.declaredAt), asc(incident.id));
  const ids = rows.map((row) => row.incident.id);
  const services = await servicesByIncident(tx, tenantId, ids);
  return rows.map(({ incident: row, service: slug }) => ({
    ...{ id: row.id, reference: incidentReference(row.number), title: row.title, service: slug },
    ...{ severity: row.severity, state: row.state, causeReleaseId: row.causeReleaseId },
    services: (services.get(row.id) ?? []).map((each) => each.slug),
    ...{ startedAt: row.startedAt, detectedAt: row.detectedAt, declaredAt: row.declaredAt },
    ...{ acknowledgedAt: row.acknowledgedAt, resolvedAt: row.resolvedAt, publishedAt: row.publishedAt },
  }));
}
