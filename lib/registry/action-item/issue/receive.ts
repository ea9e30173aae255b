import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { actionItemIssue } from "@/db/schema/action-item";
import { webhookDelivery } from "@/db/schema/integration";
import type { IntegrationActor } from "@/lib/core/access";
import { type CommandOutcome, type CommandScope, command } from "../../command";
import { deliveryIdText } from "../../deployment-request/receive";
import { requireIntegration } from "../../deployment-request/require-integration";
import { isRecordId } from "../../record-id";
import { type ActionItemRow, lockItem, subjectsOf } from "../find";
import { issueName } from "../view";
import { queueSync } from "./ask-sync";
import { type IssueRow, issueKey, isTaken, lockIssue, mergeTold } from "./row";
import { takeOver } from "./take-over";
import { repositoryName, toldIssue } from "./told";

const input = z.strictObject({
  deliveryId: deliveryIdText,
  what: z.enum(["changed", "deleted", "transferred"]),
  repository: repositoryName,
  issue: toldIssue,
  movedTo: z.strictObject({ repository: repositoryName, issue: toldIssue }).nullable(),
  /** The login of whoever did it. */
  sender: z.string().max(200),
});
type Input = z.output<typeof input>;

/** `outcome`: what became of the delivery, in a few words. */
export type ReceivedIssue = { outcome: string; actionItemId: string | null };

/** Takes what a verified webhook says of an issue. One in which no item is tracked is not for us. */
export const receiveIssue = command({
  name: "action-item.receive-issue",
  permission: "action-item:sync",
  input,
  async run(scope, given): Promise<CommandOutcome<ReceivedIssue>> {
    const actor = requireIntegration(scope.actor);
    const actionItemId = await trackedIn(scope.tx, actor, given);
    const named = issueName({ repository: given.repository, number: given.issue.number });
    const isFirst = await noteDelivery(scope, given, actionItemId ? named : "not linked");
    const unchanged = (outcome: string) => ({ value: { outcome, actionItemId }, record: "unchanged" as const });
    if (!isFirst) return unchanged("repeated");
    if (!actionItemId) return unchanged("not linked");
    const item = await lockItem(scope.tx, actor, actionItemId);
    const row = await lockIssue(scope.tx, actor, actionItemId);
    if (!row || row.state === "gone") return unchanged("not linked");
    const told = await apply(scope, { item, row }, given);
    if (typeof told === "string") return unchanged(told);
    const data = { actionItem: item.id, title: item.title, issue: named, sender: given.sender, ...told };
    return {
      value: { outcome: "changed", actionItemId },
      record: { kind: "action-item", subjects: subjectsOf(item), data },
    };
  },
});

type Tracked = { item: ActionItemRow; row: IssueRow };

/** What the ledger is to say, or in a word why nothing has changed. */
async function apply(scope: CommandScope, tracked: Tracked, given: Input): Promise<Record<string, unknown> | string> {
  const { item, row } = tracked;
  // It was opened for us, and the answer that told its number is still on its way: then GitHub is asked.
  if (row.state === "opening") return askGitHub(scope, item);
  if (given.what === "deleted") return leave(scope, item);
  if (given.what === "transferred") return given.movedTo ? move(scope, tracked, given.movedTo) : leave(scope, item);
  const { issue, sender } = given;
  const newerMs = new Date(issue.updatedAt).getTime() - (row.toldAt?.getTime() ?? 0);
  if (newerMs < 0) return "older than what is known";
  const isNews = Object.keys(mergeTold(item, row, issue).toItem).length > 0;
  // Of two changes within one second the later one cannot be told from the earlier one.
  if (newerMs === 0 && isNews) return askGitHub(scope, item);
  const { taken, toIssue } = await takeOver(scope, tracked, { issue, by: `${sender} (GitHub)` });
  if (Object.keys(toIssue).length > 0) await queueSync(scope, item.id);
  if (taken) return taken;
  const assignees = { before: row.assignees, after: issue.assignees };
  return assignees.before.join() === assignees.after.join() ? "nothing new" : { assignees };
}

async function askGitHub(scope: CommandScope, item: ActionItemRow): Promise<string> {
  await queueSync(scope, item.id);
  return "GitHub is asked";
}

async function leave({ tx, actor, now }: CommandScope, { id }: ActionItemRow) {
  await tx
    .update(actionItemIssue)
    .set({ state: "gone", trouble: null, busyUntil: null, syncedAt: now })
    .where(issueKey(actor, id));
  return { link: "gone" };
}

/** Where it is now another item may be tracked already: then this one is tracked nowhere. */
async function move(scope: CommandScope, { item, row }: Tracked, to: NonNullable<Input["movedTo"]>) {
  const { repository, issue } = to;
  if (await isTaken(scope.tx, { ...row, repository, number: issue.number })) return leave(scope, item);
  await scope.tx
    .update(actionItemIssue)
    .set({ repository, number: issue.number, url: issue.url, syncedAt: scope.now })
    .where(issueKey(scope.actor, item.id));
  await queueSync(scope, item.id);
  return { link: "moved", to: issueName({ repository, number: issue.number }) };
}

/** The item that is tracked in the issue, or that the issue was opened for just now. */
async function trackedIn(tx: Tx, actor: IntegrationActor, { repository, issue }: Input): Promise<string | null> {
  const own = and(
    eq(actionItemIssue.tenantId, actor.tenantId),
    eq(actionItemIssue.integrationId, actor.id),
    eq(actionItemIssue.repository, repository),
  );
  const [row] = await tx
    .select({ id: actionItemIssue.actionItemId })
    .from(actionItemIssue)
    .where(and(own, eq(actionItemIssue.number, issue.number)));
  if (row) return row.id;
  const marked = issue.markedItem;
  if (!marked || !isRecordId(marked)) return null;
  const [opening] = await tx
    .select({ id: actionItemIssue.actionItemId })
    .from(actionItemIssue)
    .where(and(own, eq(actionItemIssue.state, "opening"), eq(actionItemIssue.actionItemId, marked)));
  return opening?.id ?? null;
}

async function noteDelivery(
  { tx, actor, now }: CommandScope,
  { deliveryId }: Input,
  outcome: string,
): Promise<boolean> {
  const row = { tenantId: actor.tenantId, integrationId: actor.id, deliveryId, event: "issues", outcome };
  const noted = await tx
    .insert(webhookDelivery)
    .values({ ...row, receivedAt: now })
    .onConflictDoNothing()
    .returning({ id: webhookDelivery.deliveryId });
  return noted.length > 0;
}
