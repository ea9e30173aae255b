import { z } from "zod";
import { postmortemReview } from "@/db/schema/postmortem";
import { incidentReference } from "@/lib/core/incident/model";
import { ownerOf } from "../action-item/owner";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { notify } from "../notification/notify";
import { postmortemRecord } from "./begin";
import { type HeldPostmortem, holdPostmortem } from "./find";
import { reviewsOf } from "./reviews";

const MOST_REVIEWERS = 20;

/** Asks people to review a postmortem, and tells them. Whoever was asked and has not answered is not asked twice. */
export const requestReview = command({
  name: "postmortem.request-review",
  permission: "postmortem:write",
  input: z.strictObject({
    incidentId: z.uuid(),
    reviewerIds: z.array(z.uuid()).min(1, "name a reviewer").max(MOST_REVIEWERS),
  }),
  async run(scope, { incidentId, reviewerIds }) {
    const held = await holdPostmortem(scope, incidentId);
    const { tx, actor } = scope;
    const known = await reviewsOf(tx, actor.tenantId, incidentId);
    const asked = new Set(known.flatMap(({ reviewerId, answeredAt }) => (answeredAt ? [] : reviewerId)));
    const reviewers: Reviewer[] = [];
    for (const id of new Set(reviewerIds)) {
      const { ownerName: name } = await ownerOf(tx, actor.tenantId, { ownerId: id });
      if (!asked.has(id)) reviewers.push({ id, name });
    }
    const value = { incidentId, asked: reviewers.map(({ name }) => name) };
    if (reviewers.length === 0) return { value, record: "unchanged" };
    for (const reviewer of reviewers) await ask(held, reviewer);
    await tellReviewers(held, reviewers);
    return { value, record: postmortemRecord(held.row, { reviewers }) };
  },
});

type Reviewer = { id: string; name: string };

async function ask({ row, scope: { tx, actor, now } }: HeldPostmortem, { id, name }: Reviewer): Promise<void> {
  await tx.insert(postmortemReview).values({
    tenantId: actor.tenantId,
    id: newId(now),
    incidentId: row.id,
    reviewerId: id,
    reviewerName: name,
    askedAt: now,
    ...doneByColumns(actor),
  });
}

async function tellReviewers({ row, scope }: HeldPostmortem, reviewers: readonly Reviewer[]): Promise<void> {
  const { tx, actor, now } = scope;
  await notify(
    { tx, tenantId: actor.tenantId, now },
    {
      kind: "postmortem-review",
      key: `postmortem:${row.id}:review:${now.toISOString()}`,
      to: { people: reviewers.map(({ id }) => id) },
      except: [actor.id],
      serviceId: row.serviceId,
      releaseId: null,
      title: `Postmortem to review: ${incidentReference(row.number)} ${row.title}`,
      verdict: null,
      reason: `${actor.name} asks you to read it and to say whether it tells what happened and what follows.`,
      path: `/incidents/${row.id}/postmortem`,
    },
  );
}
