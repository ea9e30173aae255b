import { and, asc, eq, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { rehearsalSession } from "@/db/schema/rehearsal-programme";
import { localTimeOf, type SessionState } from "@/lib/core/rehearsal/session";

export type SessionView = {
  id: string;
  serviceId: string;
  service: string;
  environmentId: string;
  environment: string;
  plannedAt: string;
  /** What the clocks of `zone` show then: `2026-03-30T10:00`. */
  localTime: string;
  zone: string;
  leadId: string | null;
  leadName: string | null;
  note: string | null;
  state: SessionState;
  rehearsalId: string | null;
  cancelledReason: string | null;
  revision: number;
  createdAt: string;
  changedAt: string;
};

/** Sessions of a tenant by their time. */
export async function sessionViews(tx: Tx, tenantId: string, where: SQL | undefined): Promise<SessionView[]> {
  const rows = await tx
    .select({ session: rehearsalSession, service: service.slug, environment: environment.slug })
    .from(rehearsalSession)
    .innerJoin(
      service,
      and(eq(service.tenantId, rehearsalSession.tenantId), eq(service.id, rehearsalSession.serviceId)),
    )
    .innerJoin(
      environment,
      and(eq(environment.tenantId, rehearsalSession.tenantId), eq(environment.id, rehearsalSession.environmentId)),
    )
    .where(and(eq(rehearsalSession.tenantId, tenantId), where))
    .orderBy(asc(rehearsalSession.plannedAt), asc(rehearsalSession.id));
  return rows.map(({ session: row, ...place }) => ({
    id: row.id,
    serviceId: row.serviceId,
    environmentId: row.environmentId,
    ...place,
    plannedAt: row.plannedAt.toISOString(),
    localTime: localTimeOf(row.plannedAt, row.zone),
    zone: row.zone,
    leadId: row.leadId,
    leadName: row.leadName,
    note: row.note,
    state: row.state,
    rehearsalId: row.rehearsalId,
    cancelledReason: row.cancelledReason,
    revision: row.revision,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
  }));
}
