import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { command } from "../../command";
import { lockItem, subjectsOf } from "../find";
import { issueName } from "../view";
import { queueSync } from "./ask-sync";
import { lockIssue } from "./row";

/** Has GitHub asked again at once, after somebody has mended what kept it from being told. */
export const retryIssue = command({
  name: "action-item.retry-issue",
  permission: "action-item:manage",
  input: z.strictObject({ actionItemId: z.uuid() }),
  async run(scope, { actionItemId }) {
    const item = await lockItem(scope.tx, scope.actor, actionItemId);
    const row = await lockIssue(scope.tx, scope.actor, item.id);
    if (!row?.trouble) throw new DomainError("conflict", "Nothing keeps this item and its issue apart.");
    await queueSync(scope, item.id);
    const data = { actionItem: item.id, title: item.title, issue: issueName(row), trouble: row.trouble };
    const subjects = [...subjectsOf(item), row.integrationId];
    return { value: { id: item.id }, record: { kind: "action-item", subjects, data } };
  },
});
