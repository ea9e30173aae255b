import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { approvalRule } from "@/db/schema/catalog";
import { type Place, type RequiredRole, requiredRolesAt } from "@/lib/core/approval/matrix";

/** The roles that must sign in a place at `at`, and the trainings that they ask for. */
export async function requiredRoles(tx: Tx, tenantId: string, place: Place, at: Date): Promise<RequiredRole[]> {
  const rules = await tx
    .select()
    .from(approvalRule)
    .where(
      and(
        eq(approvalRule.tenantId, tenantId),
        eq(approvalRule.environmentId, place.environmentId),
        or(isNull(approvalRule.validUntil), gt(approvalRule.validUntil, at)),
      ),
    );
  return requiredRolesAt(rules, place, at);
}
