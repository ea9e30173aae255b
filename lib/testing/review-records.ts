import type { PersonActor } from "@/lib/core/access";
import { createActionItem } from "@/lib/registry/action-item/create";
import { carryOverItem } from "@/lib/registry/review/carry-over";
import { noteReview } from "@/lib/registry/review/note";
import { openReview } from "@/lib/registry/review/open";
import { reviewDetail } from "@/lib/registry/review/queries";
import { signOffReview } from "@/lib/registry/review/sign-off";
import { carryOverInput } from "./review-commands";
import { confirmed } from "./tenant";

const DAY_MS = 86_400_000;

/** A follow-up of an incident as of `at`, due 30 days later unless `dueAt` says otherwise. */
export async function followUpAt(
  actor: PersonActor,
  at: Date,
  input: { incidentId: string; title: string; dueAt?: string; ownerId?: string },
): Promise<string> {
  const dueAt = new Date(at.getTime() + 30 * DAY_MS).toISOString();
  const owner = input.ownerId ? {} : { ownerName: "Sam Reliable" };
  const { id } = await createActionItem({ actor, clock: () => at }, { dueAt, ...owner, ...input });
  return id;
}

/** Signs what a review looks at now. */
export async function signOff(board: PersonActor, reviewId: string): Promise<void> {
  const { digest } = await reviewDetail(board, reviewId);
  await signOffReview(confirmed(board), { reviewId, digest, printedName: board.name });
}

/** The review of a quarter long past, with a note, an item that is carried over, and a signature. */
export async function reviewRecords(board: PersonActor, incidentId: string) {
  const item = { incidentId, title: "Raise the limit" };
  const actionItemId = await followUpAt(board, new Date("2011-02-01T12:00:00Z"), item);
  const { id: reviewId } = await openReview({ actor: board }, { quarter: "2011-Q1" });
  await noteReview({ actor: board }, { reviewId, text: "One item waits for its supplier." });
  await carryOverItem(confirmed(board), { reviewId, actionItemId, ...carryOverInput() });
  await signOff(board, reviewId);
  return { review: reviewId };
}
