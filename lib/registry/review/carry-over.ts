import { z } from "zod";
import { reviewCarryOver } from "@/db/schema/review";
import { DomainError } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { requireCarryOver } from "@/lib/core/review/carry-over";
import { applyChange } from "../action-item/apply-change";
import { lockOpenItem, subjectsOf } from "../action-item/find";
import { command } from "../command";
import { newId } from "../id";
import { requireBoard } from "./board";
import { lockOpenReview, quarterOfReview } from "./find";

/** A signed waiver: this review passes an incomplete post-incident item over, and it gets the new date as its due date. */
export const carryOverItem = command({
  name: "review.carry-over",
  permission: "review:sign",
  stepUp: true,
  input: z.strictObject({
    reviewId: z.uuid(),
    actionItemId: z.uuid(),
    newDueAt: instantText,
    justification: z.string().trim().min(10, "say in 10 characters or more why it may wait").max(5000),
    mitigation: z.string().trim().min(10, "say in 10 characters or more what keeps the risk small").max(5000),
  }),
  async run(scope, { reviewId, actionItemId, newDueAt, justification, mitigation }) {
    const { tx, actor, readClock } = scope;
    const review = await lockOpenReview(tx, actor, reviewId);
    const item = await lockOpenItem(tx, actor, actionItemId);
    if (item.originKind !== "incident") {
      throw new DomainError("conflict", "This action item does not follow from an incident: no review asks for it.");
    }
    const at = await readClock();
    const signer = await requireBoard(tx, actor, at);
    const until = new Date(newDueAt);
    requireCarryOver({ quarter: quarterOfReview(review), item, until, signerId: signer.id }, at);
    const row = {
      ...{ tenantId: actor.tenantId, id: newId(at), reviewId: review.id, actionItemId: item.id, title: item.title },
      ...{ dueBefore: item.dueAt, until, justification, mitigation },
      ...{ personId: signer.id, personName: signer.name, email: signer.email, signedAt: at },
    };
    await tx.insert(reviewCarryOver).values(row);
    await applyChange({ tx, actor, now: at }, item, { dueAt: until });
    const dates = { dueBefore: item.dueAt.toISOString(), until: until.toISOString() };
    const told = { title: item.title, ...dates, justification, mitigation };
    return {
      value: { id: row.id, reviewId: review.id, actionItemId: item.id },
      record: {
        kind: "review",
        subjects: [review.id, ...subjectsOf(item)],
        data: { review: review.id, quarter: review.quarter, carryOver: row.id, actionItem: item.id, ...told },
      },
    };
  },
});
