import { z } from "zod";
import { actionItem } from "@/db/schema/action-item";
import { command } from "../command";
import { itemKey, lockOpenItem, subjectsOf } from "./find";

/** Ends an action item, done or not to be done any more, with a note that says so. */
export const closeActionItem = command({
  name: "action-item.close",
  permission: "action-item:manage",
  input: z.strictObject({
    actionItemId: z.uuid(),
    state: z.enum(["done", "cancelled"]),
    note: z.string().trim().min(10, "say in 10 characters or more what was done, or why nothing is").max(5000),
  }),
  async run({ tx, actor, now }, { actionItemId, state, note }) {
    const row = await lockOpenItem(tx, actor, actionItemId);
    await tx
      .update(actionItem)
      .set({ state, closedAt: now, closedByName: actor.name, closingNote: note })
      .where(itemKey(actor, row.id));
    const data = { actionItem: row.id, title: row.title, state, note };
    return { value: { id: row.id, state }, record: { kind: "action-item", subjects: subjectsOf(row), data } };
  },
});
