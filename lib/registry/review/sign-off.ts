import { z } from "zod";
import { reviewSignOff, reviewSnapshot } from "@/db/schema/review";
import { sha256Text } from "@/lib/core/digest";
import { DomainError } from "@/lib/core/errors";
import { hasEnded, quarterEnd } from "@/lib/core/review/quarter";
import { command } from "../command";
import { newId } from "../id";
import { requireBoard } from "./board";
import { reviewFacts } from "./facts";
import { lockOpenReview, quarterOfReview } from "./find";

/** A person of the change board signs exactly what a review looks at, which is kept with the signature. */
export const signOffReview = command({
  name: "review.sign-off",
  permission: "review:sign",
  stepUp: true,
  input: z.strictObject({
    reviewId: z.uuid(),
    /** Of what the signer has seen. */
    digest: sha256Text,
    printedName: z.string().trim().min(1, "write your name").max(200),
  }),
  async run({ tx, actor, readClock }, { reviewId, digest, printedName }) {
    const review = await lockOpenReview(tx, actor, reviewId);
    const at = await readClock();
    const signer = await requireBoard(tx, actor, at);
    const quarter = quarterOfReview(review);
    if (!hasEnded(quarter, at)) {
      throw new DomainError("conflict", `${review.quarter} is not over before ${quarterEnd(quarter).toISOString()}.`);
    }
    const found = await reviewFacts(tx, review, at);
    if (found.digest !== digest) {
      throw new DomainError(
        "conflict",
        "What this review looks at has changed since you opened it. Reload and sign that.",
      );
    }
    const { tenantId } = actor;
    await tx
      .insert(reviewSnapshot)
      .values({ tenantId, reviewId: review.id, digest, content: found.facts, takenAt: at })
      .onConflictDoNothing();
    const row = {
      ...{ tenantId, id: newId(at), reviewId: review.id, digest, personId: signer.id, printedName },
      ...{ email: signer.email, signedAt: at },
    };
    const [signed] = await tx
      .insert(reviewSignOff)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: reviewSignOff.id });
    const value = { reviewId: review.id, digest };
    if (!signed) return { value, record: "unchanged" };
    const data = { review: review.id, quarter: review.quarter, signOff: signed.id, digest, printedName };
    return { value, record: { kind: "review", subjects: [review.id], data } };
  },
});
