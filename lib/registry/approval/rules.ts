import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { approvalRule } from "@/db/schema/catalog";
import type { MatrixRule } from "@/lib/core/approval/matrix";

/** The rules of these environments that hold at `at` or later: who must sign there, and trained in what. */
export async function rulesFrom(
  tx: Tx,
  tenantId: string,
  environmentIds: readonly string[],
  at: Date,
): Promise<MatrixRule[]> {
  if (environmentIds.length === 0) return [];
  return tx
    .select()
    .from(approvalRule)
    .where(
      and(
        eq(approvalRule.tenantId, tenantId),
        inArray(approvalRule.environmentId, [...environmentIds]),
        or(isNull(approvalRule.validUntil), gt(approvalRule.validUntil, at)),
      ),
    );
}
