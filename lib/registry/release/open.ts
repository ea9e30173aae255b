import { and, asc, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { release } from "@/db/schema/release";

/** Ids of a service's releases that have not ended, in a fixed order so that locks are taken in it. */
export async function openReleaseIds(tx: Tx, tenantId: string, serviceId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: release.id })
    .from(release)
    .where(and(eq(release.tenantId, tenantId), eq(release.serviceId, serviceId), isNull(release.endedAt)))
    .orderBy(asc(release.id));
  return rows.map(({ id }) => id);
}
