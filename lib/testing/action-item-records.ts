import type { Actor } from "@/lib/core/access";
import { createActionItem } from "@/lib/registry/action-item/create";
import { openIssue } from "@/lib/registry/action-item/issue/open";

/** What GitHub tells of an issue, as our reading of it has it. */
export const issueTold = (repository: string, number: number, more: Record<string, unknown> = {}) => ({
  number,
  url: `https://github.com/${repository}/issues/${number}`,
  title: "Write the runbook",
  isClosed: false,
  reason: null,
  updatedAt: "2026-01-01T09:00:00Z",
  assignees: [],
  markedItem: null,
  ...more,
});

/** One that a webhook tells of. */
export const issueEventTold = (repository: string, number: number, more: Record<string, unknown> = {}) => ({
  deliveryId: `issue-${repository}-${number}`,
  what: "changed",
  repository,
  issue: issueTold(repository, number, more),
  movedTo: null,
  sender: "octocat",
});

export async function newItem(actor: Actor, title: string, more: Record<string, unknown> = {}): Promise<string> {
  const dueAt = new Date(Date.now() + 20 * 86_400_000).toISOString();
  return (await createActionItem({ actor }, { title, ownerName: "Somebody", dueAt, ...more })).id;
}

/** An item whose issue is being opened. */
export async function trackedItem(
  actor: Actor,
  title: string,
  place: { integrationId: string; repository: string },
): Promise<string> {
  const actionItemId = await newItem(actor, title);
  await openIssue({ actor }, { actionItemId, ...place });
  return actionItemId;
}
