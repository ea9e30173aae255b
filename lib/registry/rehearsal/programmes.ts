import { and, eq, exists, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { rehearsalProgramme } from "@/db/schema/rehearsal-programme";
import { release } from "@/db/schema/release";
import type { Cadence } from "@/lib/core/rehearsal/programme";

export type ProgrammeView = {
  id: string;
  cadence: Cadence;
  leadId: string | null;
  leadName: string | null;
  since: string;
};
/** A service in an environment, as a key. */
export const placeKey = (place: { serviceId: string; environmentId: string }) =>
  `${place.serviceId} ${place.environmentId}`;

/** The programmes that stand in a tenant, by place; with an instant those that stood then. */
export async function standingProgrammes(
  tx: Tx,
  tenantId: string,
  asOf: Date | null = null,
): Promise<Map<string, ProgrammeView>> {
  const { since: began, endedAt } = rehearsalProgramme;
  const stands = asOf ? and(lte(began, asOf), or(isNull(endedAt), gt(endedAt, asOf))) : isNull(endedAt);
  const rows = await tx
    .select()
    .from(rehearsalProgramme)
    .where(and(eq(rehearsalProgramme.tenantId, tenantId), stands));
  return new Map(
    rows.map(({ id, cadence, leadId, leadName, since, ...place }) => [
      placeKey(place),
      { id, cadence, leadId, leadName, since: since.toISOString() },
    ]),
  );
}

/**
 * Where something can be rolled back in production: rehearsed by the policy's age limit even without a programme. With
 * an instant: where it could be then. One look at an index for each place, however many releases it has had.
 */
export async function productionPlaces(tx: Tx, tenantId: string, asOf: Date | null = null): Promise<Set<string>> {
  const isOfPlace = and(
    eq(release.tenantId, tenantId),
    eq(release.serviceId, service.id),
    eq(release.environmentId, environment.id),
    asOf ? lte(release.createdAt, asOf) : undefined,
  );
  const rows = await tx
    .select({ serviceId: service.id, environmentId: environment.id })
    .from(service)
    .innerJoin(environment, and(eq(environment.tenantId, tenantId), eq(environment.isProduction, true)))
    .where(and(eq(service.tenantId, tenantId), exists(tx.select({ one: sql`1` }).from(release).where(isOfPlace))));
  return new Set(rows.map(placeKey));
}
