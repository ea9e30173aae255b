import { and, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { review } from "@/db/schema/review";
import { nextQuarter, type Quarter, quarterEnd, quarterOf, quarterText } from "@/lib/core/review/quarter";
import { carryOverItem } from "@/lib/registry/review/carry-over";
import { completeReview } from "@/lib/registry/review/complete";
import { type FoundFacts, reviewFacts } from "@/lib/registry/review/facts";
import { noteReview } from "@/lib/registry/review/note";
import { openDueReview } from "@/lib/registry/review/open";
import { signOffReview } from "@/lib/registry/review/sign-off";
import { systemActor } from "@/lib/registry/system-actor";
import { PEOPLE } from "./people";
import type { Story } from "./story";
import { DAY, HOUR, MINUTE, plus } from "./time";
import { doneAt, type World } from "./world";

/** The reviews of all quarters that have ended since the tenant was founded; that of the last one is still open. */
export function reviewStories(world: World, founded: Date): Story[] {
  const quarters: Quarter[] = [];
  for (let quarter = quarterOf(founded); quarterEnd(quarter) < world.now; quarter = nextQuarter(quarter)) {
    quarters.push(quarter);
  }
  return quarters.map((quarter, index) => reviewStory(world, quarter, index === quarters.length - 1));
}

async function* reviewStory(world: World, quarter: Quarter, isLast: boolean): Story {
  const { now, people, tenantId } = world;
  const opened = plus(quarterEnd(quarter), MINUTE);
  if (opened > now) return;
  yield opened;
  const { id: reviewId } = await openDueReview(doneAt(systemActor(tenantId), opened), {
    quarter: quarterText(quarter),
  });
  const met = plus(opened, 8 * DAY + 13 * HOUR);
  if (met > now) return;
  yield met;
  const board = doneAt(people.ines, met);
  const text = "Read together with platform, knowledge and assurance. What is open is named below.";
  await noteReview(board, { reviewId, text });
  if (isLast) return;
  await carriedOver(world, reviewId, met);
  const { digest } = await factsOf(world, reviewId, met);
  await signOffReview(board, { reviewId, digest, printedName: PEOPLE.ines.name });
  await completeReview(board, { reviewId, conclusion: "Rehearsals are fresh and waivers few. Go on as before." });
}

/** What is not done by then may wait for a while. */
async function carriedOver(world: World, reviewId: string, at: Date): Promise<void> {
  const { facts } = await factsOf(world, reviewId, at);
  for (const { id: actionItemId } of facts.incompleteItems) {
    await carryOverItem(doneAt(world.people.tomas, at), {
      ...{ reviewId, actionItemId, newDueAt: plus(at, 60 * DAY).toISOString() },
      justification: "It waits for the move of the databases, which is planned for this quarter.",
      mitigation: "The runbook names the manual check, and on-call does it each Monday.",
    });
  }
}

function factsOf({ tenantId }: World, reviewId: string, at: Date): Promise<FoundFacts> {
  return transaction({ tenantId }, async (tx) => {
    const [row] = await tx
      .select()
      .from(review)
      .where(and(eq(review.tenantId, tenantId), eq(review.id, reviewId)));
    if (!row) throw new Error("the review was not opened");
    return reviewFacts(tx, row, at);
  });
}
