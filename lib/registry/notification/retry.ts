import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { enqueue } from "@/db/jobs/enqueue";
import { notification } from "@/db/schema/notification";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { notificationIs, outboxRows } from "./outbox";

/** Tries a message again that could not be delivered, with all attempts before it; a digest with all that it carries. */
export const retryNotification = command({
  name: "notification.retry",
  permission: "notification:manage",
  input: z.strictObject({ notificationId: z.uuid() }),
  async run({ tx, actor: { tenantId } }, { notificationId }) {
    const [row] = await outboxRows(tx, tenantId, notificationId);
    if (!row) throw new DomainError("not_found", "There is no such notification.");
    // What a digest carried is told by the digest again.
    const id = row.digestId ?? row.id;
    const ended = inArray(notification.state, ["failed", "gave_up"]);
    const again = { attempts: 0, lastError: null, claimedUntil: null };
    const restarted = await tx
      .update(notification)
      .set({ ...again, state: "pending" })
      .where(and(notificationIs(tenantId, id), ended))
      .returning({ id: notification.id });
    if (restarted.length === 0) {
      throw new DomainError("conflict", "This was delivered, or is being tried already.");
    }
    await tx
      .update(notification)
      .set({ ...again, state: "held" })
      .where(and(eq(notification.tenantId, tenantId), eq(notification.digestId, id), ended));
    await enqueue(tx, "deliver-notification", { tenantId, notificationId: id }, { key: id });
    return { value: { id }, record: "unchanged" };
  },
});
