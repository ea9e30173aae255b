import { and, desc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rehearsal } from "@/db/schema/evidence";
import { incident } from "@/db/schema/incident";
import type { IncidentFact, RehearsalFact } from "@/lib/core/gate/facts";
import { incidentsAffecting } from "../incident/affecting";
import type { FoundRelease } from "../release/find";

/** Enough rehearsals to judge freshness: every failed one without remediation, and the latest fifty. */
const LATEST = 50;

export async function rehearsalFacts(
  tx: Tx,
  { release, service, environment }: FoundRelease,
): Promise<RehearsalFact[]> {
  const here = and(
    eq(rehearsal.tenantId, release.tenantId),
    eq(rehearsal.serviceId, service.id),
    eq(rehearsal.environmentId, environment.id),
  );
  const columns = {
    id: rehearsal.id,
    startedAt: rehearsal.startedAt,
    finishedAt: rehearsal.finishedAt,
    outcome: rehearsal.outcome,
    remediatedAt: rehearsal.remediatedAt,
  };
  const newest = [desc(rehearsal.finishedAt), desc(rehearsal.id)] as const;
  const latest = await tx
    .select(columns)
    .from(rehearsal)
    .where(here)
    .orderBy(...newest)
    .limit(LATEST);
  const unremedied = await tx
    .select(columns)
    .from(rehearsal)
    .where(and(here, eq(rehearsal.outcome, "failed"), isNull(rehearsal.remediatedAt)))
    .orderBy(...newest);
  const lastPassed = await tx
    .select(columns)
    .from(rehearsal)
    .where(and(here, eq(rehearsal.outcome, "passed")))
    .orderBy(...newest)
    .limit(1);
  const byId = new Map([...latest, ...unremedied, ...lastPassed].map((row) => [row.id, row]));
  return [...byId.values()]
    .sort((one, other) => other.finishedAt.getTime() - one.finishedAt.getTime())
    .map((row) => ({
      id: row.id,
      startedAt: row.startedAt.toISOString(),
      finishedAt: row.finishedAt.toISOString(),
      outcome: row.outcome,
      remediatedAt: row.remediatedAt?.toISOString() ?? null,
    }));
}

export async function incidentFacts(tx: Tx, { release, service }: FoundRelease): Promise<IncidentFact[]> {
  const here = { tenantId: release.tenantId, serviceId: service.id };
  const rows = await incidentsAffecting(tx, here, isNull(incident.resolvedAt));
  return rows.map((row) => ({
    id: row.id,
    severity: row.severity,
    title: row.title,
    declaredAt: row.declaredAt.toISOString(),
  }));
}
