import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

type Place = { tenantId: string; serviceId: string; environmentId: string; commit: string };

/** Every metric name in the snapshots of a commit in a place, in order; null where none has arrived. */
export async function metricNamesOf(tx: Tx, place: Place): Promise<string[] | null> {
  const { rows } = await tx.execute<{ name: string }>(
    sql`select distinct jsonb_object_keys(values) as name from metrics_snapshot
      where tenant_id = ${place.tenantId} and service_id = ${place.serviceId}
        and commit = ${place.commit} and environment_id = ${place.environmentId} order by 1`,
  );
  return rows.length > 0 ? rows.map(({ name }) => name) : null;
}
