import { desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { policy } from "@/db/schema/catalog";
import type { Policy } from "@/lib/core/policy/model";
import { parsePolicy } from "@/lib/core/policy/parse";

/** The policy in force, or null where the tenant has none: the gate then denies. */
export async function policyInForce(
  tx: Tx,
  tenantId: string,
): Promise<{ version: number; policy: Policy | null } | null> {
  const [row] = await tx
    .select()
    .from(policy)
    .where(eq(policy.tenantId, tenantId))
    .orderBy(desc(policy.version))
    .limit(1);
  return row ? { version: row.version, policy: parsePolicy(row.document) } : null;
}
