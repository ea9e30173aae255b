import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { actionItemIssue } from "@/db/schema/action-item";
import type { Actor } from "@/lib/core/access";
import { type Agreed, type ItemSide, mergeIssue, type Push } from "@/lib/core/action-item/issue";
import type { ToldIssue } from "./told";

export type IssueRow = typeof actionItemIssue.$inferSelect;

export const issueKey = ({ tenantId }: { tenantId: string }, actionItemId: string) =>
  and(eq(actionItemIssue.tenantId, tenantId), eq(actionItemIssue.actionItemId, actionItemId));

/** Where an item is tracked at GitHub, locked; null where it is not. Lock the item first. */
export async function lockIssue(tx: Tx, actor: Actor, actionItemId: string): Promise<IssueRow | null> {
  const [row] = await tx.select().from(actionItemIssue).where(issueKey(actor, actionItemId)).for("update");
  return row ?? null;
}

/** What either side had when they last agreed. */
export function agreedOf({ itemTitle, issueTitle, agreedState }: IssueRow): Agreed {
  if (itemTitle === null || issueTitle === null || agreedState === null) return null;
  return { itemTitle, issueTitle, state: agreedState };
}

export const mergeTold = (item: ItemSide, row: IssueRow, told: ToldIssue, pushed?: Push) =>
  mergeIssue({ item, issue: told, agreed: agreedOf(row), pushed });

/** Whether another item is tracked in an issue already. */
export async function isTaken(
  tx: Tx,
  {
    tenantId,
    integrationId,
    repository,
    number,
  }: Pick<IssueRow, "tenantId" | "integrationId" | "repository"> & {
    number: number;
  },
): Promise<boolean> {
  const rows = await tx
    .select({ id: actionItemIssue.actionItemId })
    .from(actionItemIssue)
    .where(
      and(
        eq(actionItemIssue.tenantId, tenantId),
        eq(actionItemIssue.integrationId, integrationId),
        eq(actionItemIssue.repository, repository),
        eq(actionItemIssue.number, number),
      ),
    );
  return rows.length > 0;
}
