import { z } from "zod";
import { actionItemIssue } from "@/db/schema/action-item";
import { DomainError } from "@/lib/core/errors";
import { command } from "../../command";
import { lockItem, subjectsOf } from "../find";
import { issueName } from "../view";
import { issueKey, lockIssue } from "./row";

/** Ends the link of an item with its issue. Both stay as they are. */
export const unlinkIssue = command({
  name: "action-item.unlink-issue",
  permission: "action-item:manage",
  input: z.strictObject({ actionItemId: z.uuid() }),
  async run({ tx, actor }, { actionItemId }) {
    const item = await lockItem(tx, actor, actionItemId);
    const row = await lockIssue(tx, actor, item.id);
    if (!row) throw new DomainError("conflict", "This action item is tracked in no issue.");
    await tx.delete(actionItemIssue).where(issueKey(actor, item.id));
    const data = { actionItem: item.id, title: item.title, issue: issueName(row) };
    const subjects = [...subjectsOf(item), row.integrationId];
    return { value: { id: item.id }, record: { kind: "action-item", subjects, data } };
  },
});
