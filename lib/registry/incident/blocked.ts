import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { waiver } from "@/db/schema/decision";
import { release } from "@/db/schema/release";
import { blocksRelease } from "@/lib/core/incident/blocking";
import { isOpen } from "@/lib/core/incident/model";
import { policyInForce } from "../gate/policy";
import { waiverFact } from "../gate/waiver-facts";
import type { IncidentRow } from "./find";
import type { BlockedRelease } from "./view";

const MOST_BLOCKED = 50;

/** Releases on their way that an incident keeps from shipping right now, those of its services together. */
export async function blockedReleases(
  tx: Tx,
  row: IncidentRow,
  services: readonly { id: string }[],
  now: Date,
): Promise<BlockedRelease[]> {
  const { tenantId } = row;
  if (row.severity !== "sev1" || !isOpen(row.state) || services.length === 0) return [];
  const ids = services.map(({ id }) => id);
  const waiting = await tx
    .select({
      releaseId: release.id,
      serviceId: release.serviceId,
      service: service.slug,
      environment: environment.slug,
      version: release.version,
    })
    .from(release)
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .innerJoin(environment, and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)))
    .where(
      and(
        eq(release.tenantId, tenantId),
        inArray(release.serviceId, ids),
        isNull(release.endedAt),
        isNull(release.productionStartedAt),
      ),
    )
    .orderBy(asc(service.slug), asc(release.createdAt), asc(release.id))
    .limit(MOST_BLOCKED);
  if (waiting.length === 0) return [];
  const policy = (await policyInForce(tx, tenantId))?.policy ?? null;
  const granted = await waiversOf(tx, tenantId, ids);
  return waiting
    .filter(({ releaseId, serviceId }) => {
      const waivers = granted.filter((each) => each.serviceId === serviceId).map(waiverFact);
      return blocksRelease({ incident: row, releaseId, policy, waivers, at: now });
    })
    .map(({ serviceId: _, ...blocked }) => blocked);
}

function waiversOf(tx: Tx, tenantId: string, serviceIds: string[]) {
  return tx
    .select()
    .from(waiver)
    .where(
      and(
        eq(waiver.tenantId, tenantId),
        inArray(waiver.serviceId, serviceIds),
        eq(waiver.checkId, "incidents.open"),
        isNull(waiver.revokedAt),
      ),
    );
}
