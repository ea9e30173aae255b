import { sql } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import { requirePermission, scopeOf } from "./command";

/** Reads within the actor's tenant. `now` is the database's clock, by which everything that is shown is judged. */
export async function read<T>(actor: Actor, run: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
  requirePermission(actor, "read");
  return transaction(scopeOf(actor), async (tx) => {
    const result = await tx.execute<{ ms: number }>(
      sql`select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
    );
    return run(tx, new Date(result.rows[0]?.ms ?? Number.NaN));
  });
}
