import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { requireReach } from "../actor-columns";

export type ActionItemRow = typeof actionItem.$inferSelect;

export const itemKey = (actor: { tenantId: string }, id: string) =>
  and(eq(actionItem.tenantId, actor.tenantId), eq(actionItem.id, id));

/** Locks an item, or `not_found`; `forbidden` for a token that is limited to another service. */
export async function lockItem(tx: Tx, actor: Actor, id: string): Promise<ActionItemRow> {
  const [row] = await tx.select().from(actionItem).where(itemKey(actor, id)).for("update");
  if (!row) throw new DomainError("not_found", "There is no such action item.");
  requireReach(actor, { serviceId: row.serviceId ?? undefined });
  return row;
}

/** Locks an item that is still open; `conflict` for one that was closed, `not_found` for another tenant's. */
export async function lockOpenItem(tx: Tx, actor: Actor, id: string): Promise<ActionItemRow> {
  const row = await lockItem(tx, actor, id);
  if (row.state !== "open") throw new DomainError("conflict", `This action item is ${row.state} already.`);
  return row;
}

/** Locks those of the ids that are there, always in the same order, so that two who choose the same wait in turn. */
export function lockItems(tx: Tx, actor: Actor, ids: readonly string[]): Promise<ActionItemRow[]> {
  return tx
    .select()
    .from(actionItem)
    .where(and(eq(actionItem.tenantId, actor.tenantId), inArray(actionItem.id, [...ids])))
    .orderBy(asc(actionItem.id))
    .for("update");
}

export const subjectsOf = ({ id, serviceId, originKind, originId }: ActionItemRow): string[] =>
  [id, serviceId, originKind === "manual" ? null : originId].filter((each) => each !== null);
