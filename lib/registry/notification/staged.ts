import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { tenant } from "@/db/schema/tenant";

const STAGED_AFTER_SECONDS = 300;

/** What the sample's generator stages in the past is no news. */
export async function isStaged(tx: Tx, tenantId: string, now: Date): Promise<boolean> {
  const age = sql`extract(epoch from clock_timestamp() - ${now.toISOString()}::timestamptz)`;
  const rows = await tx
    .select({ id: tenant.id })
    .from(tenant)
    .where(and(eq(tenant.id, tenantId), eq(tenant.sample, true), sql`${age} > ${STAGED_AFTER_SECONDS}`));
  return rows.length > 0;
}
