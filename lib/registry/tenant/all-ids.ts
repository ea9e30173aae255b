import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";

/** Every tenant's id, for work that falls due by the clock. The ids are all that anybody sees of another tenant. */
export async function allTenantIds(): Promise<string[]> {
  const { rows } = await transaction({}, (tx) => tx.execute<{ id: string }>(sql`select id from tenant_ids() id`));
  return rows.map(({ id }) => id);
}
