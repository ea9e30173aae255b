import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { enqueue } from "@/db/jobs/enqueue";
import { actionItem, actionItemIssue } from "@/db/schema/action-item";
import { issueKey } from "./row";

type Scope = { tx: Tx; actor: { tenantId: string } };

/**
 * Has the issue of an item told what has changed, once the transaction commits. Nothing where there is none, and nothing
 * where both agree already: what came from the issue is not sent back.
 */
export async function askSync({ tx, actor }: Scope, actionItemId: string): Promise<void> {
  const [row] = await tx
    .select({ issue: actionItemIssue, title: actionItem.title, state: actionItem.state })
    .from(actionItemIssue)
    .innerJoin(
      actionItem,
      and(eq(actionItem.tenantId, actionItemIssue.tenantId), eq(actionItem.id, actionItemIssue.actionItemId)),
    )
    .where(issueKey(actor, actionItemId));
  if (!row || row.issue.state === "gone") return;
  const { issue, title, state } = row;
  if (issue.state === "linked" && issue.agreedState === state && issue.itemTitle === title) return;
  await queueSync({ tx, actor }, actionItemId);
}

/** Has an item and its issue brought together, whatever either side has. */
export async function queueSync({ tx, actor }: Scope, actionItemId: string, afterSeconds = 0): Promise<void> {
  const { tenantId } = actor;
  await enqueue(tx, "sync-issue", { tenantId, actionItemId }, { key: actionItemId, afterSeconds });
}
