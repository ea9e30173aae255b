import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";

/** Whether the database answers as the app role and has this product's tables. */
export async function isReady(): Promise<boolean> {
  try {
    await transaction({}, (tx) => tx.execute(sql`select size from ledger_head limit 1`));
    return true;
  } catch {
    return false;
  }
}
