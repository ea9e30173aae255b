import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { approvalRule, environment } from "@/db/schema/catalog";
import { ROLES } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";

/** Sets one row of the approval matrix: the roles that must sign for an environment. */
export const setApprovalRoles = command({
  name: "environment.set-approval-roles",
  permission: "environment:manage",
  input: z.strictObject({
    environmentId: z.uuid(),
    roles: z.array(z.enum(ROLES)).min(1, "at least one role must sign"),
  }),
  async run({ tx, actor }, input) {
    const [row] = await tx
      .select()
      .from(environment)
      .where(and(eq(environment.tenantId, actor.tenantId), eq(environment.id, input.environmentId)))
      .for("update");
    if (!row) throw new DomainError("not_found", "There is no such environment.");
    const rule = and(eq(approvalRule.tenantId, actor.tenantId), eq(approvalRule.environmentId, row.id));
    const before = await tx.delete(approvalRule).where(rule).returning({ role: approvalRule.role });
    const roles = [...new Set(input.roles)];
    await tx
      .insert(approvalRule)
      .values(roles.map((role) => ({ tenantId: actor.tenantId, environmentId: row.id, role })));
    const data = {
      environment: row.id,
      slug: row.slug,
      before: before.map(({ role }) => role).sort(),
      after: [...roles].sort(),
    };
    return { value: { id: row.id, roles }, record: { kind: "approval-matrix", subjects: [row.id], data } };
  },
});
