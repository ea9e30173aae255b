import { and, asc, eq, isNull, lt, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { enqueue } from "@/db/jobs/enqueue";
import { notification, notificationPreference } from "@/db/schema/notification";
import { type DigestSlot, latestDigestSlot, USUAL_SCHEDULE } from "@/lib/core/notification/digest-time";
import { contentOf } from "@/lib/core/notification/notice";
import { newId } from "../id";

type Holder = { personId: string; name: string; oldest: string; digestHour: number | null; timeZone: string | null };

/**
 * Gathers what is held for each person whose digest is due into one mail of the outbox: one for each of the person's
 * days, with everything that was held before the hour that they chose.
 */
export async function composeDigests(tenantId: string, now: Date): Promise<void> {
  for (const holder of await holdersOf(tenantId)) {
    const schedule = {
      digestHour: holder.digestHour ?? USUAL_SCHEDULE.digestHour,
      timeZone: holder.timeZone ?? USUAL_SCHEDULE.timeZone,
    };
    const slot = latestDigestSlot(schedule, now);
    if (new Date(holder.oldest) < slot.at) await compose(tenantId, holder, slot, now);
  }
}

/** Everybody for whom something is held and in no digest yet. */
function holdersOf(tenantId: string): Promise<Holder[]> {
  return transaction({ tenantId }, (tx) =>
    tx
      .select({
        personId: notification.recipientId,
        name: sql<string>`max(${notification.recipientName})`,
        oldest: sql<string>`min(${notification.createdAt})`,
        digestHour: notificationPreference.digestHour,
        timeZone: notificationPreference.timeZone,
      })
      .from(notification)
      .leftJoin(
        notificationPreference,
        and(
          eq(notificationPreference.tenantId, notification.tenantId),
          eq(notificationPreference.personId, notification.recipientId),
        ),
      )
      .where(and(eq(notification.tenantId, tenantId), eq(notification.state, "held"), isNull(notification.digestId)))
      .groupBy(notification.recipientId, notificationPreference.digestHour, notificationPreference.timeZone)
      .orderBy(asc(notification.recipientId)),
  );
}

async function compose(tenantId: string, { personId, name }: Holder, slot: DigestSlot, now: Date): Promise<void> {
  const id = newId(now);
  const content = contentOf({ title: `Daily digest of ${slot.day}`, verdict: null, reason: "", path: "/" });
  const row: typeof notification.$inferInsert = {
    ...{ tenantId, id, recipientKind: "person", recipientId: personId, recipientName: name },
    ...{ kind: "digest", key: slot.day, content, state: "pending", attempts: 0, createdAt: now },
  };
  await transaction({ tenantId }, async (tx) => {
    const inserted = await tx.insert(notification).values(row).onConflictDoNothing().returning({ id: notification.id });
    if (inserted.length === 0) return;
    await tx
      .update(notification)
      .set({ digestId: id })
      .where(
        and(
          eq(notification.tenantId, tenantId),
          eq(notification.recipientId, personId),
          eq(notification.state, "held"),
          isNull(notification.digestId),
          lt(notification.createdAt, slot.at),
        ),
      );
    await enqueue(tx, "deliver-notification", { tenantId, notificationId: id }, { key: id });
  });
}
