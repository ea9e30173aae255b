import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { postmortemReview } from "@/db/schema/postmortem";
import { invalid } from "@/lib/core/errors";
import { incidentReference } from "@/lib/core/incident/model";
import { REVIEW_ANSWERS } from "@/lib/core/incident/postmortem/review";
import { doneByColumns, requirePerson } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { notify } from "../notification/notify";
import { postmortemRecord } from "./begin";
import { writersOf } from "./content";
import { type HeldPostmortem, holdPostmortem } from "./find";
import { requireRevision, reviewsOf } from "./reviews";

const input = z.strictObject({
  incidentId: z.uuid(),
  answer: z.enum(REVIEW_ANSWERS),
  note: z.string().trim().max(5000).default(""),
  /** The revision that was read: the word counts for exactly that text. */
  revision: z.int().min(1),
});
type Answer = z.output<typeof input>;

/** Says that a postmortem is right, or what has to change. Whoever was not asked may say so too. */
export const answerReview = command({
  name: "postmortem.review",
  permission: "postmortem:write",
  input,
  async run(scope, given) {
    const held = await holdPostmortem(scope, given.incidentId);
    requirePerson(scope.actor);
    requireRevision(held.paper.revision, given.revision);
    if (given.answer === "changes" && given.note === "") throw invalid("note", "say what has to change");
    const id = await store(held, given);
    await tellWriters(held, given);
    const { answer, note, revision } = given;
    return {
      value: { id, incidentId: given.incidentId, answer },
      record: postmortemRecord(held.row, { answer, note, revision }),
    };
  },
});

/** Whoever wrote any of it learns what is said of it. */
async function tellWriters({ row, paper, scope }: HeldPostmortem, { answer, note, revision }: Answer): Promise<void> {
  const { tx, actor, now } = scope;
  await notify(
    { tx, tenantId: actor.tenantId, now },
    {
      kind: "postmortem-review",
      key: `postmortem:${row.id}:answer:${actor.id}:${now.toISOString()}`,
      to: { people: await writersOf(tx, paper, revision) },
      except: [actor.id],
      serviceId: row.serviceId,
      releaseId: null,
      title: `Postmortem ${answer === "approve" ? "approved" : "to change"}: ${incidentReference(row.number)} ${row.title}`,
      verdict: null,
      reason: note || `${actor.name} approves of it at revision ${revision}.`,
      path: `/incidents/${row.id}/postmortem`,
    },
  );
}

/** The answer to the request that waits; without one it is an answer of its own. */
async function store({ row, scope: { tx, actor, now } }: HeldPostmortem, given: Answer): Promise<string> {
  const said = { answer: given.answer, note: given.note || null, revision: given.revision, answeredAt: now };
  const waiting = (await reviewsOf(tx, actor.tenantId, row.id)).find(
    ({ reviewerId, answeredAt }) => reviewerId === actor.id && answeredAt === null,
  );
  if (waiting) {
    await tx
      .update(postmortemReview)
      .set(said)
      .where(and(eq(postmortemReview.tenantId, actor.tenantId), eq(postmortemReview.id, waiting.id)));
    return waiting.id;
  }
  const id = newId(now);
  const asked = { reviewerId: actor.id, reviewerName: actor.name, askedAt: now, ...doneByColumns(actor) };
  await tx.insert(postmortemReview).values({ tenantId: actor.tenantId, id, incidentId: row.id, ...asked, ...said });
  return id;
}
