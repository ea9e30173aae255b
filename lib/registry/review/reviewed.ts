import { and, asc, eq, gte, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { waiver } from "@/db/schema/decision";
import { rehearsal } from "@/db/schema/evidence";
import { release } from "@/db/schema/release";
import type { Span } from "@/lib/core/period";
import type { ReviewedRehearsal, ReviewedWaiver } from "@/lib/core/review/model";

/** Waivers that were granted within a span, the first one first. */
export async function waiversWithin(tx: Tx, tenantId: string, { from, until }: Span): Promise<ReviewedWaiver[]> {
  const rows = await tx
    .select({ waiver, service: service.slug, release: release.version })
    .from(waiver)
    .innerJoin(service, and(eq(service.tenantId, waiver.tenantId), eq(service.id, waiver.serviceId)))
    .leftJoin(release, and(eq(release.tenantId, waiver.tenantId), eq(release.id, waiver.releaseId)))
    .where(and(eq(waiver.tenantId, tenantId), gte(waiver.grantedAt, from), lt(waiver.grantedAt, until)))
    .orderBy(asc(waiver.grantedAt), asc(waiver.id));
  return rows.map(({ waiver: row, service: slug, release: version }) => ({
    ...{ id: row.id, checkId: row.checkId, service: slug, release: version, grantedBy: row.grantedByName },
    grantedAt: row.grantedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}

/** Rehearsals that were finished within a span, the first one first. */
export async function rehearsalsWithin(tx: Tx, tenantId: string, { from, until }: Span): Promise<ReviewedRehearsal[]> {
  const rows = await tx
    .select({ rehearsal, service: service.slug, environment: environment.slug })
    .from(rehearsal)
    .innerJoin(service, and(eq(service.tenantId, rehearsal.tenantId), eq(service.id, rehearsal.serviceId)))
    .innerJoin(
      environment,
      and(eq(environment.tenantId, rehearsal.tenantId), eq(environment.id, rehearsal.environmentId)),
    )
    .where(and(eq(rehearsal.tenantId, tenantId), gte(rehearsal.finishedAt, from), lt(rehearsal.finishedAt, until)))
    .orderBy(asc(rehearsal.finishedAt), asc(rehearsal.id));
  return rows.map(({ rehearsal: { id, outcome, finishedAt }, service: slug, environment: place }) => ({
    ...{ id, service: slug, environment: place, outcome, finishedAt: finishedAt.toISOString() },
  }));
}
