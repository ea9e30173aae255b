import type { Jobs } from "@/db/jobs/queues";
import { issueTitle, type Push } from "@/lib/core/action-item/issue";
import { isDomainError } from "@/lib/core/errors";
import type { GitHubApp } from "@/lib/integrations/github/app-token";
import { issueBody } from "@/lib/integrations/github/issue-body";
import {
  changeIssue,
  createIssue,
  findIssue,
  type IssueAnswer,
  type IssuePlace,
  readIssue,
} from "@/lib/integrations/github/issues";
import { GitHubTrouble } from "@/lib/integrations/github/review";
import { OutboundError } from "@/lib/integrations/outbound";
import { claimSync, noteSyncTrouble, type SyncPlan } from "@/lib/registry/action-item/issue/claim";
import { settleIssue } from "@/lib/registry/action-item/issue/settle";
import { credentialsOf } from "@/lib/registry/integration/credentials";

/** An item that somebody keeps changing is told again by the next job. */
const MOST_ROUNDS = 4;
const MEND = "check that the app is installed at the repository and may read and write issues";

/** Trouble that a person can mend; the job is tried again all the same. */
class SyncTrouble extends Error {
  override readonly name = "SyncTrouble";
}

/**
 * Brings one item and its GitHub issue together, opening it first where there is none. Killed anywhere and run again, it
 * ends in the same state: an issue that may have been opened is looked for before another one is.
 */
export async function syncIssue({ tenantId, actionItemId }: Jobs["sync-issue"]): Promise<void> {
  const plan = await claimSync(tenantId, actionItemId);
  if (!plan) return;
  try {
    await bringTogether(plan);
  } catch (error) {
    // Unlinked, or removed with the sample that it was part of, while GitHub was asked.
    if (isDomainError(error) && error.code === "not_found") return;
    await noteSyncTrouble(tenantId, actionItemId, troubleOf(error));
    throw error;
  }
}

async function bringTogether(plan: SyncPlan): Promise<void> {
  const place = { app: await appOf(plan), repository: plan.repository };
  let answer = await firstAnswer(place, plan);
  let pushed: Push = {};
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if (answer.kind === "refused") throw new SyncTrouble(`GitHub refused it (${answer.status}): ${MEND}.`);
    const { actor, item } = plan;
    const outcome = answer.kind === "gone" ? { kind: "gone" } : { kind: "told", issue: answer.issue, pushed };
    const { toIssue } = await settleIssue({ actor }, { actionItemId: item.id, outcome });
    if (answer.kind === "gone" || Object.keys(toIssue).length === 0) return;
    pushed = toIssue;
    answer = await changeIssue(place, answer.issue.number, pushed);
  }
  throw new SyncTrouble("The item and its issue were changed again and again meanwhile.");
}

async function appOf({ actor, isDisabled }: SyncPlan): Promise<GitHubApp> {
  if (isDisabled) throw new SyncTrouble(`The integration ${actor.name} is disabled.`);
  const github = (await credentialsOf(actor))?.github;
  if (!github) throw new SyncTrouble(`The integration ${actor.name} has no app to speak as.`);
  return github;
}

async function firstAnswer(place: IssuePlace, { item, number, maybeSince }: SyncPlan): Promise<IssueAnswer> {
  if (number !== null) return readIssue(place, number);
  const known = maybeSince ? await findIssue(place, { actionItemId: item.id, since: maybeSince }) : null;
  const answer = known ?? (await createIssue(place, { title: issueTitle(item.title), body: issueBody(item) }));
  // No issue can be gone that is not there yet: the repository is, or has issues turned off.
  return answer.kind === "gone" ? { kind: "refused", status: answer.status } : answer;
}

function troubleOf(error: unknown): string {
  if (error instanceof SyncTrouble) return error.message;
  if (error instanceof OutboundError || error instanceof GitHubTrouble) return `GitHub was not told. ${error.message}`;
  return "Something unexpected went wrong; the server's log has it.";
}
