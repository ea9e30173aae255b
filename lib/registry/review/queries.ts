import { and, asc, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { review, reviewNote, reviewSnapshot } from "@/db/schema/review";
import type { Actor } from "@/lib/core/access";
import { hindranceText, itemStanding, whatHinders } from "@/lib/core/review/complete";
import { hasEnded, previousQuarter, quarterEnd, quarterOf, quarterText } from "@/lib/core/review/quarter";
import { incompletePostIncidentItems } from "../action-item/incomplete";
import { read } from "../read";
import { isRecordId } from "../record-id";
import { completionFacts } from "./completion-facts";
import { type FoundFacts, reviewFacts } from "./facts";
import { noSuchReview, quarterOfReview, type ReviewRow, reviewKey, signOffsOf } from "./find";
import type { ItemStanding, ReviewDetail, ReviewNoteView, ReviewSummary } from "./view";

/** Four a year. */
const MOST_REVIEWS = 200;
const OFFERED_QUARTERS = 5;

export type ReviewList = {
  items: ReviewSummary[];
  /** Quarters that have begun and have no review, the running one first. */
  openable: string[];
  now: string;
};

/** Every review, that of the latest quarter first. */
export async function listReviews(actor: Actor): Promise<ReviewList> {
  return read(actor, async (tx, now) => {
    const rows = await tx
      .select()
      .from(review)
      .where(eq(review.tenantId, actor.tenantId))
      .orderBy(desc(review.quarter))
      .limit(MOST_REVIEWS);
    const items: ReviewSummary[] = [];
    for (const row of rows) items.push(await summaryOf(tx, row));
    const known = new Set(rows.map(({ quarter }) => quarter));
    return { items, openable: quartersUntil(now).filter((each) => !known.has(each)), now: now.toISOString() };
  });
}

function quartersUntil(now: Date): string[] {
  const quarters = [quarterOf(now)];
  for (let last = quarters[0]; last && quarters.length < OFFERED_QUARTERS; last = quarters.at(-1)) {
    quarters.push(previousQuarter(last));
  }
  return quarters.map(quarterText);
}

async function summaryOf(tx: Tx, row: ReviewRow): Promise<ReviewSummary> {
  const openedBefore = quarterEnd(quarterOfReview(row));
  const isOpen = row.state === "open";
  return {
    ...{ id: row.id, quarter: row.quarter, state: row.state },
    ...{ openedAt: row.openedAt.toISOString(), openedBy: row.byName },
    ...{ completedAt: row.completedAt?.toISOString() ?? null, completedBy: row.completedByName },
    incompleteItems: isOpen ? (await incompletePostIncidentItems(tx, row.tenantId, { openedBefore })).length : null,
  };
}

/** One review with all that it looks at, or `not_found`. */
export async function reviewDetail(actor: Actor, id: string): Promise<ReviewDetail> {
  return read(actor, async (tx, now) => {
    const [row] = isRecordId(id) ? await tx.select().from(review).where(reviewKey(actor, id)) : [];
    if (!row) throw noSuchReview();
    const found = await factsOf(tx, row, now);
    const standing = await completionFacts(tx, row, found);
    const signOffs = await signOffsOf(tx, row, row.id);
    const judgedAt = row.completedAt ?? now;
    return {
      ...(await summaryOf(tx, row)),
      ...found,
      conclusion: row.conclusion,
      hasEnded: hasEnded(standing.quarter, now),
      standings: Object.fromEntries(
        standing.items.map((item): [string, ItemStanding] => {
          const { fault, until } = itemStanding(item, standing.carryOvers, judgedAt);
          return [item.id, { fault, carriedOverUntil: until?.toISOString() ?? null }];
        }),
      ),
      hindrances: row.state === "open" ? whatHinders(standing, now).map(hindranceText) : [],
      notes: await notesOf(tx, row),
      signOffs: signOffs.map(({ id: signOffId, printedName, email, signedAt, digest }) => ({
        ...{ id: signOffId, printedName, email, signedAt: signedAt.toISOString(), digest },
        isCurrent: digest === found.digest,
      })),
      signedByReader: signOffs.some(({ personId, digest }) => personId === actor.id && digest === found.digest),
      now: now.toISOString(),
    };
  });
}

/** A completed review shows what was signed, whatever has happened since. */
async function factsOf(tx: Tx, row: ReviewRow, now: Date): Promise<FoundFacts> {
  const { tenantId, snapshotDigest: digest } = row;
  if (!digest) return reviewFacts(tx, row, now);
  const [kept] = await tx
    .select({ facts: reviewSnapshot.content })
    .from(reviewSnapshot)
    .where(
      and(
        eq(reviewSnapshot.tenantId, tenantId),
        eq(reviewSnapshot.reviewId, row.id),
        eq(reviewSnapshot.digest, digest),
      ),
    );
  if (!kept) throw new Error(`what the review of ${row.quarter} looked at is not there`);
  return { facts: kept.facts, digest };
}

async function notesOf(tx: Tx, row: ReviewRow): Promise<ReviewNoteView[]> {
  const rows = await tx
    .select()
    .from(reviewNote)
    .where(and(eq(reviewNote.tenantId, row.tenantId), eq(reviewNote.reviewId, row.id)))
    .orderBy(asc(reviewNote.at), asc(reviewNote.id));
  return rows.map(({ id, text, byName: by, at }) => ({ id, text, by, at: at.toISOString() }));
}
