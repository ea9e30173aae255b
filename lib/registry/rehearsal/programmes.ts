import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment } from "@/db/schema/catalog";
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

/** The programmes that stand in a tenant, by place. */
export async function standingProgrammes(tx: Tx, tenantId: string): Promise<Map<string, ProgrammeView>> {
  const rows = await tx
    .select()
    .from(rehearsalProgramme)
    .where(and(eq(rehearsalProgramme.tenantId, tenantId), isNull(rehearsalProgramme.endedAt)));
  return new Map(
    rows.map(({ id, cadence, leadId, leadName, since, ...place }) => [
      placeKey(place),
      { id, cadence, leadId, leadName, since: since.toISOString() },
    ]),
  );
}

/** Where something can be rolled back in production: rehearsed by the policy's age limit even without a programme. */
export async function productionPlaces(tx: Tx, tenantId: string): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ serviceId: release.serviceId, environmentId: release.environmentId })
    .from(release)
    .innerJoin(environment, and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)))
    .where(and(eq(release.tenantId, tenantId), eq(environment.isProduction, true)));
  return new Set(rows.map(placeKey));
}
