import { eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { enqueue } from "@/db/jobs/enqueue";
import { notification, notificationChannel } from "@/db/schema/notification";
import type { Role } from "@/lib/core/access";
import { isSubscribed } from "@/lib/core/notification/channel";
import type { DeliveryState, RecipientKind } from "@/lib/core/notification/delivery";
import type { NoticeKind } from "@/lib/core/notification/kinds";
import { contentOf, type VerdictWord } from "@/lib/core/notification/notice";
import { choiceFor } from "@/lib/core/notification/preference";
import { recipientsOf } from "@/lib/core/notification/recipients";
import { newId } from "../id";
import { toldMembers } from "./members";
import { isStaged } from "./staged";

export type Notice = {
  kind: NoticeKind;
  /** Told once per recipient and key. */
  key: string;
  to: { roles?: readonly Role[]; people?: readonly string[] };
  /** Never told: e.g. who did it. */
  except?: readonly string[];
  serviceId: string | null;
  environmentId?: string | null;
  releaseId: string | null;
  title: string;
  verdict: VerdictWord | null;
  reason: string;
  /** Page within Readiness, such as /releases/<id> */
  path: string;
};
type Scope = { tx: Tx; tenantId: string; now: Date };
type Recipient = { kind: RecipientKind; id: string; name: string; state: DeliveryState };

/**
 * Tells a notice to people, each as they chose, and to the chat channels that subscribed to it. The outbox and its
 * deliveries are written within the caller's transaction: what is rolled back is told to nobody.
 */
export async function notify(scope: Scope, notice: Notice): Promise<void> {
  const { tx, tenantId, now } = scope;
  // What a sample stages in the past is kept as told then, and sent to nobody.
  const staged = await isStaged(tx, tenantId, now);
  const recipients = [...(await peopleFor(scope, notice)), ...(await channelsFor(scope, notice))];
  if (recipients.length === 0) return;
  const { kind, key, serviceId, environmentId = null, releaseId } = notice;
  const about = { kind, key, content: contentOf(notice), serviceId, environmentId, releaseId };
  const rows = await tx
    .insert(notification)
    .values(
      recipients.map((recipient) => ({
        tenantId,
        id: newId(now),
        recipientKind: recipient.kind,
        recipientId: recipient.id,
        recipientName: recipient.name,
        ...about,
        state: staged ? ("sent" as const) : recipient.state,
        attempts: 0,
        createdAt: now,
        sentAt: staged ? now : null,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: notification.id, state: notification.state });
  for (const { id, state } of rows) {
    if (state === "pending") await enqueue(tx, "deliver-notification", { tenantId, notificationId: id }, { key: id });
  }
}

async function peopleFor({ tx, tenantId, now }: Scope, { kind, to, except }: Notice): Promise<Recipient[]> {
  if (!to.roles?.length && !to.people?.length) return [];
  return recipientsOf(await toldMembers(tx, tenantId, now), to, except).flatMap(({ personId, name, choices }) => {
    const choice = choiceFor(choices, kind);
    if (choice === "off") return [];
    const state = choice === "digest" ? ("held" as const) : ("pending" as const);
    return [{ kind: "person" as const, id: personId, name, state }];
  });
}

async function channelsFor({ tx, tenantId }: Scope, notice: Notice): Promise<Recipient[]> {
  const rows = await tx
    .select({
      id: notificationChannel.id,
      name: notificationChannel.name,
      subscriptions: notificationChannel.subscriptions,
      serviceId: notificationChannel.serviceId,
      disabledAt: notificationChannel.disabledAt,
    })
    .from(notificationChannel)
    .where(eq(notificationChannel.tenantId, tenantId))
    .orderBy(sql`${notificationChannel.id}`);
  return rows
    .filter((channel) => isSubscribed(channel, notice))
    .map(({ id, name }) => ({ kind: "channel" as const, id, name, state: "pending" as const }));
}
