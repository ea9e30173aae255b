import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { approvalRule, environment, service } from "@/db/schema/catalog";
import type { RowChange } from "@/lib/core/approval/matrix-change";
import { DomainError } from "@/lib/core/errors";
import type { CommandScope } from "../command";

export type MatrixRow = { environmentId: string; serviceId: string | null };

/** An environment, locked: of two changes of its matrix at once, the second is planned on what the first has left. */
export async function lockEnvironment({ tx, actor }: CommandScope, environmentId: string) {
  const [row] = await tx
    .select()
    .from(environment)
    .where(and(eq(environment.tenantId, actor.tenantId), eq(environment.id, environmentId)))
    .for("update");
  if (!row) throw new DomainError("not_found", "There is no such environment.");
  return row;
}

/** The slug of a service of the tenant, or `not_found`; null stands for the environment's own row. */
export async function serviceSlug({ tx, actor }: CommandScope, serviceId: string | null): Promise<string | null> {
  if (serviceId === null) return null;
  const [row] = await tx
    .select({ slug: service.slug })
    .from(service)
    .where(and(eq(service.tenantId, actor.tenantId), eq(service.id, serviceId)));
  if (!row) throw new DomainError("not_found", "There is no such service.");
  return row.slug;
}

/** Every rule that one row of the matrix has or had. */
export async function rulesOfRow(tx: Tx, tenantId: string, { environmentId, serviceId }: MatrixRow) {
  return tx
    .select()
    .from(approvalRule)
    .where(
      and(
        eq(approvalRule.tenantId, tenantId),
        eq(approvalRule.environmentId, environmentId),
        serviceId === null ? isNull(approvalRule.serviceId) : eq(approvalRule.serviceId, serviceId),
      ),
    );
}

/** Ends the rules that a change ends, each when it says. */
export async function endRules({ tx, actor }: CommandScope, { ends }: RowChange, now: Date): Promise<void> {
  for (const { id, at } of ends) {
    await tx
      .update(approvalRule)
      .set({ validUntil: at, endedAt: at && now, endedByName: at && actor.name })
      .where(and(eq(approvalRule.tenantId, actor.tenantId), eq(approvalRule.id, id)));
  }
}
