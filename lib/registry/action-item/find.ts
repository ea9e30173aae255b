import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";

export type ActionItemRow = typeof actionItem.$inferSelect;

export const itemKey = (actor: Actor, id: string) =>
  and(eq(actionItem.tenantId, actor.tenantId), eq(actionItem.id, id));

/** Locks an item that is still open; `conflict` for one that was closed, `not_found` for another tenant's. */
export async function lockOpenItem(tx: Tx, actor: Actor, id: string): Promise<ActionItemRow> {
  const [row] = await tx.select().from(actionItem).where(itemKey(actor, id)).for("update");
  if (!row) throw new DomainError("not_found", "There is no such action item.");
  if (row.state !== "open") throw new DomainError("conflict", `This action item is ${row.state} already.`);
  return row;
}

export const subjectsOf = ({ id, serviceId, originKind, originId }: ActionItemRow): string[] =>
  [id, serviceId, originKind === "manual" ? null : originId].filter((each) => each !== null);
