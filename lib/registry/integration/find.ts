import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { integration } from "@/db/schema/integration";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";

export type IntegrationRow = typeof integration.$inferSelect;

export const integrationIs = (actor: Actor, id: string) =>
  and(eq(integration.tenantId, actor.tenantId), eq(integration.id, id));

/** An integration of the actor's tenant, locked against another change of it, or `not_found`. */
export async function lockIntegration(tx: Tx, actor: Actor, id: string): Promise<IntegrationRow> {
  const [row] = await tx.select().from(integration).where(integrationIs(actor, id)).for("update");
  if (!row) throw new DomainError("not_found", "There is no such integration.");
  return row;
}
