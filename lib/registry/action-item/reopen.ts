import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { openAgain } from "./end";
import { lockItem, subjectsOf } from "./find";

/** Opens an item again that was closed too early. Its owner and due time are those that it had. */
export const reopenActionItem = command({
  name: "action-item.reopen",
  permission: "action-item:manage",
  input: z.strictObject({
    actionItemId: z.uuid(),
    reason: z.string().trim().min(10, "say in 10 characters or more what is left to do").max(5000),
  }),
  async run(scope, { actionItemId, reason }) {
    const row = await lockItem(scope.tx, scope.actor, actionItemId);
    if (row.state === "open") throw new DomainError("conflict", "This action item is open already.");
    await openAgain(scope, row);
    const before = { state: row.state, note: row.closingNote, closedBy: row.closedByName };
    const data = { actionItem: row.id, title: row.title, reason, before };
    return { value: { id: row.id }, record: { kind: "action-item", subjects: subjectsOf(row), data } };
  },
});
