import { and, eq } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { actionItem, actionItemIssue } from "@/db/schema/action-item";
import { integration } from "@/db/schema/integration";
import type { IntegrationActor } from "@/lib/core/access";
import { databaseTime } from "../../command";
import type { ActionItemRow } from "../find";
import { queueSync } from "./ask-sync";
import { type IssueRow, issueKey } from "./row";

const BUSY_MS = 120_000;
const LATER_SECONDS = 10;
/** Clocks differ, and GitHub's times are whole seconds. */
const MARGIN_MS = 60_000;

/** What it takes to speak to GitHub about an item. */
export type SyncPlan = {
  actor: IntegrationActor;
  item: ActionItemRow;
  repository: string;
  /** Null: its issue is still to be opened. */
  number: number | null;
  /** Since when there may be an issue although nobody knows its number; null: it was never asked for. */
  maybeSince: Date | null;
  isDisabled: boolean;
};

/**
 * Takes the turn to speak to GitHub about an item, for two minutes; null where nothing is to be said. While somebody else
 * has it, the job comes again later.
 */
export async function claimSync(tenantId: string, actionItemId: string): Promise<SyncPlan | null> {
  return transaction({ tenantId }, async (tx) => {
    const found = await find(tx, tenantId, actionItemId);
    if (!found || found.row.state === "gone") return null;
    const { row, item, asked } = found;
    const now = await databaseTime(tx);
    if (row.busyUntil && row.busyUntil > now) {
      await queueSync({ tx, actor: { tenantId } }, actionItemId, LATER_SECONDS);
      return null;
    }
    const isDisabled = asked.disabledAt !== null;
    const askedAt = row.state === "opening" && !isDisabled ? (row.askedAt ?? now) : row.askedAt;
    await tx
      .update(actionItemIssue)
      .set({ askedAt, busyUntil: new Date(now.getTime() + BUSY_MS) })
      .where(issueKey({ tenantId }, actionItemId));
    return {
      actor: { kind: "integration", id: asked.id, tenantId, name: asked.name },
      item,
      repository: row.repository,
      number: row.number,
      maybeSince: row.askedAt && new Date(row.askedAt.getTime() - MARGIN_MS),
      isDisabled,
    };
  });
}

type Found = { row: IssueRow; item: ActionItemRow; asked: typeof integration.$inferSelect };

async function find(tx: Tx, tenantId: string, actionItemId: string): Promise<Found | null> {
  const [row] = await tx
    .select({ row: actionItemIssue, item: actionItem, asked: integration })
    .from(actionItemIssue)
    .innerJoin(
      actionItem,
      and(eq(actionItem.tenantId, actionItemIssue.tenantId), eq(actionItem.id, actionItemIssue.actionItemId)),
    )
    .innerJoin(
      integration,
      and(eq(integration.tenantId, actionItemIssue.tenantId), eq(integration.id, actionItemIssue.integrationId)),
    )
    .where(issueKey({ tenantId }, actionItemId))
    .for("update", { of: actionItemIssue });
  return row ?? null;
}

/** Shows with the item why GitHub was not told, and gives the turn back. */
export async function noteSyncTrouble(tenantId: string, actionItemId: string, trouble: string): Promise<void> {
  await transaction({ tenantId }, (tx) =>
    tx.update(actionItemIssue).set({ trouble, busyUntil: null }).where(issueKey({ tenantId }, actionItemId)),
  );
}
