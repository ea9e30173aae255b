import { eq, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { notification } from "@/db/schema/notification";
import { type Notice, notify } from "@/lib/registry/notification/notify";
import { notificationIs } from "@/lib/registry/notification/outbox";
import type { TestTenant } from "./tenant";

export type OutboxRow = typeof notification.$inferSelect;

/** Tells a notice and gives the one row that it has in the outbox. */
export async function told({ tenantId }: TestTenant, notice: Notice, now = new Date()): Promise<OutboxRow> {
  return transaction({ tenantId }, async (tx) => {
    await notify({ tx, tenantId, now }, notice);
    const [row, ...more] = await tx.select().from(notification).where(eq(notification.key, notice.key));
    if (!row || more.length > 0) throw new Error(`${notice.key} was told to ${more.length + (row ? 1 : 0)}`);
    return row;
  });
}

export const storedNotice = ({ tenantId, id }: OutboxRow): Promise<OutboxRow | undefined> =>
  transaction({ tenantId }, async (tx) => {
    const [row] = await tx.select().from(notification).where(notificationIs(tenantId, id));
    return row;
  });

/** As a worker leaves it that was killed after so many attempts: `claimed` a moment ago, or long enough ago. */
export async function cutOff(
  { tenantId, id }: OutboxRow,
  claimed: "just now" | "long ago",
  attempts = 1,
): Promise<void> {
  const claimedUntil = sql`clock_timestamp() + ${claimed === "just now" ? "1 minute" : "-1 second"}::interval`;
  await transaction({ tenantId }, (tx) =>
    tx
      .update(notification)
      .set({ state: "pending", sentAt: null, attempts, claimedUntil })
      .where(notificationIs(tenantId, id)),
  );
}
