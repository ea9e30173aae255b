import { and, eq, gt, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { delegation } from "@/db/schema/approval";
import type { Delegation } from "@/lib/core/approval/delegation";

/** Delegations of a tenant that stand or are planned at `at`; which of them say something is the core's to judge. */
export async function openDelegations(tx: Tx, tenantId: string, at: Date): Promise<Delegation[]> {
  return tx
    .select()
    .from(delegation)
    .where(and(eq(delegation.tenantId, tenantId), isNull(delegation.revokedAt), gt(delegation.endsAt, at)));
}
