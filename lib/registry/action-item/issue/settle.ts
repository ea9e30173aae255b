import { z } from "zod";
import { actionItemIssue } from "@/db/schema/action-item";
import type { Push } from "@/lib/core/action-item/issue";
import { ACTION_ITEM_STATES } from "@/lib/core/action-item/model";
import { DomainError } from "@/lib/core/errors";
import { type CommandOutcome, command } from "../../command";
import { requireIntegration } from "../../deployment-request/require-integration";
import { lockItem, subjectsOf } from "../find";
import { issueName } from "../view";
import { askSync } from "./ask-sync";
import { issueKey, lockIssue } from "./row";
import { takeOver } from "./take-over";
import { toldIssue } from "./told";

const push = z.strictObject({
  title: z.string().max(300).optional(),
  state: z.enum(ACTION_ITEM_STATES).optional(),
});
const outcome = z.discriminatedUnion("kind", [
  /** `pushed`: what the issue was just told. */
  z.strictObject({ kind: z.literal("told"), issue: toldIssue, pushed: push.default({}) }),
  z.strictObject({ kind: z.literal("gone") }),
]);

/** `toIssue`: what the issue has still to be told; empty where both agree. */
export type SettledIssue = { id: string; toIssue: Push };

/** Takes what GitHub answered about the issue of an item: the job's half of the link. */
export const settleIssue = command({
  name: "action-item.settle-issue",
  permission: "action-item:sync",
  input: z.strictObject({ actionItemId: z.uuid(), outcome }),
  async run(scope, { actionItemId, outcome: told }): Promise<CommandOutcome<SettledIssue>> {
    const { tx } = scope;
    const actor = requireIntegration(scope.actor);
    const item = await lockItem(tx, actor, actionItemId);
    const row = await lockIssue(tx, actor, actionItemId);
    if (row?.integrationId !== actor.id) throw new DomainError("not_found", "This action item is not linked.");
    const nothing = { value: { id: item.id, toIssue: {} }, record: "unchanged" as const };
    const named = { actionItem: item.id, title: item.title };
    if (told.kind === "gone") {
      await tx
        .update(actionItemIssue)
        .set({ state: "gone", trouble: null, busyUntil: null, syncedAt: scope.now })
        .where(issueKey(actor, item.id));
      const data = { ...named, issue: issueName(row), link: "gone" };
      return { value: nothing.value, record: { kind: "action-item", subjects: subjectsOf(item), data } };
    }
    const { issue, pushed } = told;
    const isOther = row.number !== null && row.number !== issue.number;
    const isOld = row.toldAt !== null && new Date(issue.updatedAt).getTime() < row.toldAt.getTime();
    if (isOther || isOld) {
      await tx.update(actionItemIssue).set({ busyUntil: null }).where(issueKey(actor, item.id));
      await askSync(scope, item.id);
      return nothing;
    }
    const by = actor.name;
    const { taken, toIssue } = await takeOver(scope, { item, row }, { issue, pushed, by });
    const isDone = Object.keys(toIssue).length === 0;
    if (isDone) await tx.update(actionItemIssue).set({ busyUntil: null }).where(issueKey(actor, item.id));
    const value = { id: item.id, toIssue };
    const isNew = row.state === "opening";
    if (!taken && !isNew && Object.keys(pushed).length === 0) return { value, record: "unchanged" };
    const name = issueName({ repository: row.repository, number: issue.number });
    const data = { ...named, issue: name, url: issue.url, ...(isNew ? { link: "opened" } : {}), pushed, ...taken };
    return { value, record: { kind: "action-item", subjects: subjectsOf(item), data } };
  },
});
