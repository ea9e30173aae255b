import { and, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { actionItem } from "@/db/schema/action-item";
import { postmortem } from "@/db/schema/postmortem";
import { closeActionItem } from "@/lib/registry/action-item/close";
import { closeIncident } from "@/lib/registry/incident/close";
import { answerReview } from "@/lib/registry/postmortem/answer-review";
import { beginPostmortem } from "@/lib/registry/postmortem/begin";
import { completePostmortem } from "@/lib/registry/postmortem/complete";
import { publishPostmortem } from "@/lib/registry/postmortem/publish";
import { requestReview } from "@/lib/registry/postmortem/request-review";
import { savePostmortem } from "@/lib/registry/postmortem/save";
import type { Story } from "../story";
import { DAY, HOUR, MINUTE, plus } from "../time";
import { doneAt, type World } from "../world";
import type { FollowUpPlan, PostmortemPlan } from "./postmortem-plan";

type Of = { incidentId: string; resolvedAt: Date };

/** The postmortem of a resolved incident as far as it has come, and what follows from it. */
export async function* postmortemStory(world: World, plan: PostmortemPlan, of: Of): Story {
  const { author, startedAfter, publishedAfter, completedAfter, followUps } = plan;
  const hours = (count: number) => plus(of.resolvedAt, count * HOUR);
  yield hours(startedAfter);
  await written(world, plan, of, hours(startedAfter));
  if (publishedAfter === null) return;
  yield hours(publishedAfter);
  await published(world, plan, of, hours(publishedAfter));
  if (completedAfter === null) return;
  yield hours(completedAfter);
  await reviewed(world, plan, of, hours(completedAfter));
  yield plus(hours(completedAfter), 20 * MINUTE);
  await closeIncident(doneAt(world.people[author], plus(hours(completedAfter), 20 * MINUTE)), {
    incidentId: of.incidentId,
  });
  yield* followedUp(world, plan, of, followUps);
}

async function written(world: World, plan: PostmortemPlan, { incidentId, resolvedAt }: Of, at: Date): Promise<void> {
  const context = doneAt(world.people[plan.author], at);
  const { rootCause, mitigations, wentWell, wentBadly, gotLucky } = plan;
  const { revision } = await beginPostmortem(context, { incidentId });
  const followUps = plan.followUps.map(({ action, owner, dueAfter }, index) => ({
    ...{ id: `follow-up-${index + 1}`, action, owner, isDone: false },
    dueOn: plus(resolvedAt, dueAfter * DAY)
      .toISOString()
      .slice(0, 10),
  }));
  const fields = { rootCause, mitigations, wentWell, wentBadly, gotLucky, followUps };
  await savePostmortem(context, { incidentId, basedOn: revision, fields });
}

async function published(world: World, plan: PostmortemPlan, { incidentId }: Of, at: Date): Promise<void> {
  const context = doneAt(world.people[plan.author], at);
  await requestReview(context, { incidentId, reviewerIds: [world.people[plan.reviewer].id] });
  await publishPostmortem(context, { incidentId, revision: await revisionOf(world, incidentId) });
}

async function reviewed(world: World, plan: PostmortemPlan, { incidentId }: Of, at: Date): Promise<void> {
  const revision = await revisionOf(world, incidentId);
  const read = doneAt(world.people[plan.reviewer], at);
  await answerReview(read, { incidentId, answer: "approve", revision, note: "Tells what happened, and what follows." });
  await completePostmortem(doneAt(world.people[plan.author], at), { incidentId });
}

/** What is done is closed on its day, whoever else acts between. */
async function* followedUp(world: World, plan: PostmortemPlan, of: Of, followUps: FollowUpPlan[]): Story {
  const done = followUps.flatMap((each) => (each.doneAfter === null ? [] : { ...each, doneAfter: each.doneAfter }));
  for (const { action, doneAfter } of done.sort((one, other) => one.doneAfter - other.doneAfter)) {
    const at = plus(of.resolvedAt, doneAfter * DAY);
    yield at;
    const actionItemId = await itemOf(world, of.incidentId, action);
    const note = "Shipped, and seen to work.";
    await closeActionItem(doneAt(world.people[plan.author], at), { actionItemId, state: "done", note });
  }
}

async function revisionOf({ tenantId }: World, incidentId: string): Promise<number> {
  const [paper] = await transaction({ tenantId }, (tx) =>
    tx.select().from(postmortem).where(eq(postmortem.incidentId, incidentId)),
  );
  if (!paper) throw new Error("the postmortem was not begun");
  return paper.revision;
}

async function itemOf({ tenantId }: World, incidentId: string, title: string): Promise<string> {
  const [item] = await transaction({ tenantId }, (tx) =>
    tx
      .select({ id: actionItem.id })
      .from(actionItem)
      .where(and(eq(actionItem.originId, incidentId), eq(actionItem.title, title))),
  );
  if (!item) throw new Error(`no action item was opened for "${title}"`);
  return item.id;
}
