import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { review } from "@/db/schema/review";
import { DomainError } from "@/lib/core/errors";
import { hasEnded, type Quarter, quarterEnd, quarterOf, quarterText } from "@/lib/core/review/quarter";
import { doneByColumns } from "../actor-columns";
import { type CommandOutcome, type CommandScope, command } from "../command";
import { newId } from "../id";
import { begunQuarter } from "./find";
import { tellReviewDue } from "./tell";

const input = z.strictObject({ quarter: z.string().trim() });
type Opened = { id: string; quarter: string };

/** Opens the review of a quarter that has begun, of a running one to prepare it. Opened again it is the same one. */
export const openReview = command({
  name: "review.open",
  permission: "review:manage",
  input,
  run: (scope, { quarter }) => openReviewOf(scope, begunQuarter(quarter, quarterOf(scope.now))),
});

/** The same when a quarter has ended and nobody has opened its review. */
export const openDueReview = command({
  name: "review.open-due",
  permission: "system:run",
  input,
  async run(scope, { quarter: text }) {
    const quarter = begunQuarter(text, quarterOf(scope.now));
    if (hasEnded(quarter, scope.now)) return openReviewOf(scope, quarter);
    throw new DomainError("conflict", `${text} is not over before ${quarterEnd(quarter).toISOString()}.`);
  },
});

async function openReviewOf(scope: CommandScope, quarter: Quarter): Promise<CommandOutcome<Opened>> {
  const { tx, actor, now } = scope;
  const text = quarterText(quarter);
  const row = { tenantId: actor.tenantId, id: newId(now), quarter: text, openedAt: now, ...doneByColumns(actor) };
  const [opened] = await tx.insert(review).values(row).onConflictDoNothing().returning({ id: review.id });
  if (!opened) {
    const [known] = await tx
      .select({ id: review.id })
      .from(review)
      .where(and(eq(review.tenantId, actor.tenantId), eq(review.quarter, text)));
    if (!known) throw new DomainError("conflict", "This review is being opened by somebody else. Try again.");
    return { value: { id: known.id, quarter: text }, record: "unchanged" };
  }
  if (hasEnded(quarter, now)) await tellReviewDue({ tx, tenantId: actor.tenantId, now }, opened.id, quarter);
  return {
    value: { id: opened.id, quarter: text },
    record: { kind: "review", subjects: [opened.id], data: { review: opened.id, quarter: text } },
  };
}
