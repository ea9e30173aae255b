import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import type { Actor } from "@/lib/core/access";
import type { ItemLink, Priority } from "@/lib/core/action-item/model";
import { canonicalJson } from "@/lib/core/digest";
import { tellOwner } from "./assigned";
import { type ActionItemRow, itemKey } from "./find";
import { askSync } from "./issue/ask-sync";
import type { Owner } from "./owner";

/** What is left out stays as it is. */
export type ItemChange = {
  title?: string;
  detail?: string;
  owner?: Owner;
  dueAt?: Date;
  priority?: Priority;
  links?: ItemLink[];
  serviceId?: string | null;
  trackerUrl?: string | null;
};
/** The members that changed, as they were and as they are. */
export type Changed = { before: Record<string, unknown>; after: Record<string, unknown> };

/**
 * Changes an open item that the caller has locked, within the caller's command: a new owner is told, a linked issue
 * follows. Null where nothing changes.
 */
export async function applyChange(
  scope: { tx: Tx; actor: Actor; now: Date },
  row: ActionItemRow,
  change: ItemChange,
): Promise<Changed | null> {
  const { owner, ...others } = change;
  const next: ActionItemRow = { ...row, ...given(others), ...owner };
  const [before, after] = [toldOf(row), toldOf(next)];
  const names = Object.keys(after).filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name]));
  if (names.length === 0) return null;
  const { title, detail, ownerId, ownerName, dueAt, priority, links, serviceId, trackerUrl } = next;
  await scope.tx
    .update(actionItem)
    .set({ title, detail, ownerId, ownerName, dueAt, priority, links, serviceId, trackerUrl })
    .where(itemKey(scope.actor, row.id));
  if (ownerId !== row.ownerId) await tellOwner(scope, next);
  if (title !== row.title) await askSync(scope, row.id);
  // A person and somebody who is none can have the same name: then the id tells them apart.
  const pick = (all: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, all[name]]));
  return { before: pick(before), after: pick(after) };
}

const given = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;

function toldOf(row: ActionItemRow): Record<string, unknown> {
  const { title, detail, ownerId, ownerName, dueAt, priority, links, serviceId, trackerUrl } = row;
  const service = serviceId;
  return { title, detail, owner: ownerName, ownerId, dueAt: dueAt.toISOString(), priority, links, service, trackerUrl };
}
