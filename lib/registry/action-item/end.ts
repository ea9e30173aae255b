import type { Tx } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import type { Actor } from "@/lib/core/access";
import type { ActionItemState } from "@/lib/core/action-item/model";
import { type ActionItemRow, itemKey } from "./find";
import { askSync } from "./issue/ask-sync";
import { noteOnIncident } from "./on-incident";

type Scope = { tx: Tx; actor: Actor; now: Date };

/** Closes an open item that the caller has locked. `by`: who did, where it is not the actor. */
export async function endItem(
  scope: Scope,
  row: ActionItemRow,
  { state, note, by = scope.actor.name }: { state: Exclude<ActionItemState, "open">; note: string; by?: string },
): Promise<void> {
  await scope.tx
    .update(actionItem)
    .set({ state, closedAt: scope.now, closedByName: by, closingNote: note })
    .where(itemKey(scope.actor, row.id));
  await noteOnIncident(scope, row, state);
  await askSync(scope, row.id);
}

/** Opens a closed item that the caller has locked again: what was said at its end stays in the ledger. */
export async function openAgain(scope: Scope, row: ActionItemRow): Promise<void> {
  await scope.tx
    .update(actionItem)
    .set({ state: "open", closedAt: null, closedByName: null, closingNote: null })
    .where(itemKey(scope.actor, row.id));
  await noteOnIncident(scope, row, "reopened");
  await askSync(scope, row.id);
}
