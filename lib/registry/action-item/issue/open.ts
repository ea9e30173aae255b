import { z } from "zod";
import { actionItemIssue } from "@/db/schema/action-item";
import { doneByColumns } from "../../actor-columns";
import { command } from "../../command";
import { lockOpenItem, subjectsOf } from "../find";
import { queueSync } from "./ask-sync";
import { linkedRepository, requireUntracked } from "./place";
import { repositoryName } from "./told";

/** Has an issue opened for an item, in which it is tracked from then on. GitHub is asked by a job. */
export const openIssue = command({
  name: "action-item.open-issue",
  permission: "action-item:manage",
  input: z.strictObject({ actionItemId: z.uuid(), integrationId: z.uuid(), repository: repositoryName }),
  async run(scope, { actionItemId, integrationId, repository }) {
    const { tx, actor, now } = scope;
    const item = await lockOpenItem(tx, actor, actionItemId);
    await linkedRepository(tx, actor, { integrationId, repository });
    await requireUntracked(scope, item);
    await tx.insert(actionItemIssue).values({
      tenantId: actor.tenantId,
      actionItemId: item.id,
      integrationId,
      repository,
      state: "opening",
      linkedAt: now,
      ...doneByColumns(actor),
    });
    await queueSync(scope, item.id);
    const data = { actionItem: item.id, title: item.title, integration: integrationId, repository };
    const subjects = [...subjectsOf(item), integrationId];
    return { value: { id: item.id, repository }, record: { kind: "action-item", subjects, data } };
  },
});
