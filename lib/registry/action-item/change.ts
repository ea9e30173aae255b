import { z } from "zod";
import { actionItem } from "@/db/schema/action-item";
import { instantText } from "@/lib/core/instant";
import { command } from "../command";
import { ownerFields, trackerUrl } from "./create";
import { itemKey, lockOpenItem, subjectsOf } from "./find";
import { ownerOf } from "./owner";

/** Gives an action item to somebody else, until another day, or names where it is tracked. */
export const changeActionItem = command({
  name: "action-item.change",
  permission: "action-item:manage",
  input: z.strictObject({
    actionItemId: z.uuid(),
    ...ownerFields,
    dueAt: instantText,
    trackerUrl: trackerUrl.nullish(),
  }),
  async run({ tx, actor }, input) {
    const row = await lockOpenItem(tx, actor, input.actionItemId);
    const owner = await ownerOf(tx, actor.tenantId, input);
    const changed = { ...owner, dueAt: new Date(input.dueAt), trackerUrl: input.trackerUrl ?? null };
    const before = { owner: row.ownerName, dueAt: row.dueAt.toISOString(), trackerUrl: row.trackerUrl };
    const after = { owner: owner.ownerName, dueAt: changed.dueAt.toISOString(), trackerUrl: changed.trackerUrl };
    const value = { id: row.id };
    if (JSON.stringify(before) === JSON.stringify(after) && row.ownerId === owner.ownerId) {
      return { value, record: "unchanged" };
    }
    await tx.update(actionItem).set(changed).where(itemKey(actor, row.id));
    const data = { actionItem: row.id, title: row.title, before, after };
    return { value, record: { kind: "action-item", subjects: subjectsOf(row), data } };
  },
});
