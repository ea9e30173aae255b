import { z } from "zod";
import { review } from "@/db/schema/review";
import { DomainError } from "@/lib/core/errors";
import { hindranceText, refusalText, whatHinders } from "@/lib/core/review/complete";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { completionFacts } from "./completion-facts";
import { reviewFacts } from "./facts";
import { lockOpenReview, quarterOfReview, reviewKey } from "./find";

/** Completes a review, unless something of past quarters is not: the refusal names each thing that is in the way. */
export const completeReview = command({
  name: "review.complete",
  permission: "review:manage",
  input: z.strictObject({ reviewId: z.uuid(), conclusion: z.string().trim().max(5000).optional() }),
  async run({ tx, actor, readClock }, { reviewId, conclusion }) {
    const person = requirePerson(actor);
    const row = await lockOpenReview(tx, actor, reviewId);
    const at = await readClock();
    const found = await reviewFacts(tx, row, at);
    const hindrances = whatHinders(await completionFacts(tx, row, found), at);
    if (hindrances.length > 0) {
      const issues = hindrances.map((each) => ({ path: "", message: hindranceText(each) }));
      throw new DomainError("conflict", refusalText(quarterOfReview(row), hindrances), issues);
    }
    await tx
      .update(review)
      .set({
        ...{ state: "completed", completedAt: at, completedById: person.id, completedByName: person.name },
        ...{ conclusion: conclusion || null, snapshotDigest: found.digest },
      })
      .where(reviewKey(actor, row.id));
    const data = { review: row.id, quarter: row.quarter, digest: found.digest, conclusion: conclusion || null };
    return {
      value: { id: row.id, quarter: row.quarter, digest: found.digest },
      record: { kind: "review", subjects: [row.id], data },
    };
  },
});
