import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { notification } from "@/db/schema/notification";
import { type Outcome, stateAfter } from "@/lib/core/notification/delivery";
import { notificationIs, type OutboxRow, outboxRows } from "./outbox";
import { type Recipient, recipientOf } from "./recipient";

/** A claim outlives every time limit of a delivery; after it another worker may take up what was cut off. */
const CLAIM = sql`interval '2 minutes'`;

export type Delivery = { row: OutboxRow; carried: OutboxRow[]; recipient: Recipient; attempt: number };
/** `busy`: another delivery of it is at work, or was cut off a moment ago. `done`: there is nothing to deliver. */
export type Claim = { kind: "claimed"; delivery: Delivery } | { kind: "busy" } | { kind: "done" };

/** Takes one message of the outbox for delivery, for this worker alone, and counts the attempt. */
export async function claimDelivery(tenantId: string, id: string): Promise<Claim> {
  return transaction({ tenantId }, async (tx) => {
    const claimed = await tx
      .update(notification)
      .set({ attempts: sql`${notification.attempts} + 1`, claimedUntil: sql`clock_timestamp() + ${CLAIM}` })
      .where(
        and(
          notificationIs(tenantId, id),
          eq(notification.state, "pending"),
          or(isNull(notification.claimedUntil), lte(notification.claimedUntil, sql`clock_timestamp()`)),
        ),
      )
      .returning({ attempts: notification.attempts });
    const [row, ...carried] = await outboxRows(tx, tenantId, id);
    const attempt = claimed[0]?.attempts;
    if (!row || row.id !== id || row.state !== "pending") return { kind: "done" };
    if (attempt === undefined) return { kind: "busy" };
    const recipient = await recipientOf(tx, row);
    return { kind: "claimed", delivery: { row, carried, recipient, attempt } };
  });
}

/** Keeps how a delivery ended, for a digest also with what it carried. Answers the state that it has now. */
export async function settleDelivery({ row, attempt }: Delivery, outcome: Outcome, last: boolean) {
  const { tenantId, id } = row;
  const state = last && outcome.kind === "later" ? "gave_up" : stateAfter(outcome, attempt);
  const lastError = outcome.kind === "sent" ? null : outcome.reason;
  const sentAt = outcome.kind === "sent" ? sql`clock_timestamp()` : null;
  await transaction({ tenantId }, async (tx) => {
    await tx
      .update(notification)
      .set({ state, lastError, sentAt, claimedUntil: null })
      .where(and(notificationIs(tenantId, id), eq(notification.state, "pending")));
    if (row.kind !== "digest" || state === "pending") return;
    await tx
      .update(notification)
      .set({ state, lastError, sentAt })
      .where(and(eq(notification.tenantId, tenantId), eq(notification.digestId, id), eq(notification.state, "held")));
  });
  return state;
}
