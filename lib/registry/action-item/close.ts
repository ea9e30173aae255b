import { z } from "zod";
import { command } from "../command";
import { endItem } from "./end";
import { closingFields } from "./fields";
import { lockOpenItem, subjectsOf } from "./find";

/** Ends an action item, done or not to be done any more, with a note that says so. */
export const closeActionItem = command({
  name: "action-item.close",
  permission: "action-item:manage",
  input: z.strictObject({ actionItemId: z.uuid(), ...closingFields }),
  async run(scope, { actionItemId, state, note }) {
    const row = await lockOpenItem(scope.tx, scope.actor, actionItemId);
    await endItem(scope, row, { state, note });
    const data = { actionItem: row.id, title: row.title, state, note };
    return { value: { id: row.id, state }, record: { kind: "action-item", subjects: subjectsOf(row), data } };
  },
});
