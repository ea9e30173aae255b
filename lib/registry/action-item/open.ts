import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import type { Actor } from "@/lib/core/access";
import type { OriginKind } from "@/lib/core/action-item/model";
import { DomainError } from "@/lib/core/errors";
import { doneByColumns } from "../actor-columns";
import { newId } from "../id";

export type NewActionItem = {
  title: string;
  detail: string;
  /** The record that it follows from: one item for each. */
  origin: { kind: Exclude<OriginKind, "manual">; id: string };
  serviceId: string | null;
  ownerId: string | null;
  ownerName: string;
  dueAt: Date;
};

/** Opens the action item of an origin, within the command that gives rise to it; opened again it is the same one. */
export async function openActionItem(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: Date },
  { origin, ...item }: NewActionItem,
): Promise<{ id: string }> {
  const row = {
    tenantId: actor.tenantId,
    id: newId(now),
    ...item,
    originKind: origin.kind,
    originId: origin.id,
    openedAt: now,
    ...doneByColumns(actor),
  };
  const [opened] = await tx.insert(actionItem).values(row).onConflictDoNothing().returning({ id: actionItem.id });
  if (opened) return opened;
  const [known] = await tx
    .select({ id: actionItem.id })
    .from(actionItem)
    .where(
      and(
        eq(actionItem.tenantId, actor.tenantId),
        eq(actionItem.originKind, origin.kind),
        eq(actionItem.originId, origin.id),
      ),
    );
  if (!known) throw new DomainError("conflict", "This action item is being opened by somebody else. Try again.");
  return known;
}
