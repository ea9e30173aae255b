import { and, count, desc, eq, gte, lt, ne, sql } from "drizzle-orm";
import { incident } from "@/db/schema/incident";
import { postmortemVersion } from "@/db/schema/postmortem";
import { incidentReference } from "@/lib/core/incident/model";
import { affectsService, selectIncidents } from "../incident/summary";
import { owedPostmortems } from "../postmortem/owed";
import { MOST_LINES, type ReportScope } from "./scope";
import type { WeeklyReport } from "./view";

export type IncidentPart = WeeklyReport["incidents"] & { sev1: number };

const ofService = ({ service }: ReportScope) => (service ? affectsService(service) : undefined);

/** Incidents declared in the week, the latest first; merged duplicates count nowhere. */
export async function incidentsIn(scope: ReportScope): Promise<IncidentPart> {
  const { tx, actor, span, asOf } = scope;
  const declared = and(
    eq(incident.tenantId, actor.tenantId),
    gte(incident.declaredAt, span.from),
    lt(incident.declaredAt, span.until),
    ne(incident.state, "merged"),
    ofService(scope),
  );
  const isOpen = sql`(${incident.resolvedAt} is null or ${incident.resolvedAt} > ${asOf.toISOString()}::timestamptz)`;
  const [counted] = await tx
    .select({
      total: count(),
      sev1: sql<number>`(count(*) filter (where ${incident.severity} = 'sev1'))::int`,
      open: sql<number>`(count(*) filter (where ${isOpen}))::int`,
    })
    .from(incident)
    .where(declared);
  const rows = await selectIncidents(tx, actor, declared)
    .orderBy(desc(incident.declaredAt), desc(incident.id))
    .limit(MOST_LINES);
  const items = rows.map(({ incident: row, service }) => ({
    ...{ id: row.id, reference: incidentReference(row.number), title: row.title, severity: row.severity },
    ...{ state: row.state, service },
    declaredAt: row.declaredAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
  }));
  const { total = 0, sev1 = 0, open = 0 } = counted ?? {};
  return { total, sev1, open, items };
}

const nameOf = ({ id, number, title }: { id: string; number: number; title: string }) => ({
  ...{ incidentId: id, reference: incidentReference(number), title },
});

/**
 * Postmortems that were published for the first time in the week, and those whose publication was overdue at its end and
 * is still owed.
 */
export async function postmortemsIn(scope: ReportScope): Promise<WeeklyReport["postmortems"]> {
  const { tx, actor, span, asOf } = scope;
  const { incidentId, publishedAt } = postmortemVersion;
  const firsts = await tx
    .select({ id: incidentId, at: sql`min(${publishedAt})` })
    .from(postmortemVersion)
    .innerJoin(incident, and(eq(incident.tenantId, postmortemVersion.tenantId), eq(incident.id, incidentId)))
    .where(and(eq(postmortemVersion.tenantId, actor.tenantId), ofService(scope)))
    .groupBy(incidentId)
    .having(
      sql`min(${publishedAt}) >= ${span.from.toISOString()}::timestamptz and min(${publishedAt}) < ${span.until.toISOString()}::timestamptz`,
    );
  const affected = await idsAffecting(scope);
  const owed = (await owedPostmortems(tx, actor.tenantId, asOf)).filter(({ row }) => affected?.has(row.id) ?? true);
  const overdue = owed.flatMap(({ row, deadlines: { publish, publishBy } }) =>
    publish === "overdue" ? [{ ...nameOf(row), dueAt: publishBy.toISOString() }] : [],
  );
  return { published: firsts.length, overdue };
}

/** Null: no service is chosen. */
async function idsAffecting(scope: ReportScope): Promise<Set<string> | null> {
  if (!scope.service) return null;
  const rows = await scope.tx
    .select({ id: incident.id })
    .from(incident)
    .where(and(eq(incident.tenantId, scope.actor.tenantId), ofService(scope)));
  return new Set(rows.map(({ id }) => id));
}
