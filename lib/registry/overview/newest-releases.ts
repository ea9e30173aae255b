import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { release } from "@/db/schema/release";

/**
 * The newest release of each place that ever had one. Each place is looked up in its index, so that the count of
 * releases does not matter.
 */
export async function newestReleases(
  tx: Tx,
  tenantId: string,
): Promise<{ id: string; service: string; environment: string }[]> {
  const newest = sql`(select newest.id from release newest where newest.tenant_id = ${service.tenantId}
    and newest.service_id = ${service.id} and newest.environment_id = ${environment.id}
    order by newest.created_at desc, newest.id desc limit 1)`;
  return tx
    .select({ id: release.id, service: service.slug, environment: environment.slug })
    .from(service)
    .innerJoin(environment, eq(environment.tenantId, service.tenantId))
    .innerJoin(release, and(eq(release.tenantId, service.tenantId), eq(release.id, newest)))
    .where(eq(service.tenantId, tenantId));
}
