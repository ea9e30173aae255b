import type pg from "pg";
import { asApp } from "./registry";

/** Whom a tenant's notices of a kind were told, as "key → name", in order. */
export async function noticesOf(web: pg.Pool, tenantId: string, kind: string): Promise<string[]> {
  return asApp(web, { tenantId }, async (client) => {
    const { rows } = await client.query(
      "select key, recipient_name as name from notification where kind = $1 order by key, recipient_name",
      [kind],
    );
    return rows.map(({ key, name }) => `${key} → ${name}`);
  });
}
