import { actionItemIssue } from "@/db/schema/action-item";
import type { Push } from "@/lib/core/action-item/issue";
import type { CommandScope } from "../../command";
import { applyChange, type Changed } from "../apply-change";
import { endItem, openAgain } from "../end";
import type { ActionItemRow } from "../find";
import { type IssueRow, issueKey, mergeTold } from "./row";
import type { ToldIssue } from "./told";

export type TakenOver = { taken: Changed | null; toIssue: Push };
type Told = { issue: ToldIssue; pushed?: Push; by: string };

/**
 * Gives an item what has changed in its issue, and says what the issue has still to be told. Both rows are locked. What
 * they agree on is written first, so that no change of the item asks for the issue to be told of it.
 */
export async function takeOver(
  scope: CommandScope,
  { item, row }: { item: ActionItemRow; row: IssueRow },
  { issue, pushed, by }: Told,
): Promise<TakenOver> {
  const { toItem, toIssue, agreed } = mergeTold(item, row, issue, pushed);
  await scope.tx
    .update(actionItemIssue)
    .set({
      number: issue.number,
      url: issue.url,
      state: "linked",
      itemTitle: agreed.itemTitle,
      issueTitle: agreed.issueTitle,
      agreedState: agreed.state,
      toldAt: new Date(issue.updatedAt),
      assignees: issue.assignees,
      trouble: null,
      syncedAt: scope.now,
    })
    .where(issueKey(scope.actor, item.id));
  const titled = toItem.title === undefined ? null : await applyChange(scope, item, { title: toItem.title });
  const named = { ...item, title: toItem.title ?? item.title };
  if (toItem.state === undefined) return { taken: titled, toIssue };
  await moveItem(scope, named, toItem.state, { issue, by });
  const before = { ...titled?.before, state: item.state };
  return { taken: { before, after: { ...titled?.after, state: toItem.state } }, toIssue };
}

async function moveItem(
  scope: CommandScope,
  item: ActionItemRow,
  state: ActionItemRow["state"],
  { issue, by }: Told,
): Promise<void> {
  if (state === "open") return openAgain(scope, item);
  const how = state === "done" ? "closed" : `closed as ${issue.reason?.replaceAll("_", " ") ?? "not planned"}`;
  await endItem(scope, item, { state, note: `Its issue was ${how} at GitHub: ${issue.url}`, by });
}
