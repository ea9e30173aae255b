import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";

/** Makes what gives a number or an alert to an incident, or merges two, happen one after the other in a tenant. */
export async function lockIncidents(tx: Tx, tenantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`incident ${tenantId}`}, 0))`);
}
