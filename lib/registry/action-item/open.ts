import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import type { Actor } from "@/lib/core/access";
import type { OriginKind, Priority } from "@/lib/core/action-item/model";
import { DomainError } from "@/lib/core/errors";
import { doneByColumns } from "../actor-columns";
import { newId } from "../id";
import { tellOwner } from "./assigned";
import { noteOnIncident } from "./on-incident";

export type NewActionItem = {
  title: string;
  detail: string;
  /** The record that it follows from: one item for each, or for each `item` of it. */
  origin: { kind: Exclude<OriginKind, "manual">; id: string; item?: string };
  serviceId: string | null;
  ownerId: string | null;
  ownerName: string;
  dueAt: Date;
  /** Left out: medium. */
  priority?: Priority;
};

/** Opens the action item of an origin, within the command that gives rise to it; opened again it is the same one. */
export async function openActionItem(
  scope: { tx: Tx; actor: Actor; now: Date },
  { origin, ...item }: NewActionItem,
): Promise<{ id: string }> {
  const { tx, actor, now } = scope;
  const row = {
    tenantId: actor.tenantId,
    id: newId(now),
    ...item,
    originKind: origin.kind,
    originId: origin.id,
    originItem: origin.item ?? "",
    openedAt: now,
    ...doneByColumns(actor),
  };
  const [opened] = await tx.insert(actionItem).values(row).onConflictDoNothing().returning();
  if (opened) {
    await noteOnIncident(scope, opened, "opened");
    await tellOwner(scope, opened);
    return { id: opened.id };
  }
  const [known] = await tx
    .select({ id: actionItem.id })
    .from(actionItem)
    .where(
      and(
        eq(actionItem.tenantId, actor.tenantId),
        eq(actionItem.originKind, origin.kind),
        eq(actionItem.originId, origin.id),
        eq(actionItem.originItem, row.originItem),
      ),
    );
  if (!known) throw new DomainError("conflict", "This action item is being opened by somebody else. Try again.");
  return known;
}
