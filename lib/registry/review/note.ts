import { z } from "zod";
import { reviewNote } from "@/db/schema/review";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { lockOpenReview } from "./find";

/** Says something in an open review, to be read with it for ever. */
export const noteReview = command({
  name: "review.note",
  permission: "review:manage",
  input: z.strictObject({ reviewId: z.uuid(), text: z.string().trim().min(1, "write the note").max(5000) }),
  async run({ tx, actor, readClock }, { reviewId, text }) {
    const { id, quarter } = await lockOpenReview(tx, actor, reviewId);
    const at = await readClock();
    const row = { tenantId: actor.tenantId, id: newId(at), reviewId: id, text, at, ...doneByColumns(actor) };
    await tx.insert(reviewNote).values(row);
    return {
      value: { id: row.id, reviewId: id },
      record: { kind: "review", subjects: [id], data: { review: id, quarter, note: row.id, text } },
    };
  },
});
