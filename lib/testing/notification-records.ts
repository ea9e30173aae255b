import { transaction } from "@/db/client";
import { approvalReminder, notification } from "@/db/schema/notification";
import type { PersonActor } from "@/lib/core/access";
import type { ChannelKind } from "@/lib/core/notification/channel";
import { NOTICE_KINDS } from "@/lib/core/notification/kinds";
import type { Notice } from "@/lib/registry/notification/notify";
import { notify } from "@/lib/registry/notification/notify";
import { setPreferences } from "@/lib/registry/notification/set-preferences";
import { createChannel } from "@/lib/registry/notification-channel/create";
import type { TestTenant } from "./tenant";

// Read once, when the first address is sealed or the first message is composed: after this file was loaded.
process.env.NEXTAUTH_SECRET ??= "a secret of the tests that is long enough";
process.env.NEXTAUTH_URL ??= "http://readiness.test";
process.env.READINESS_ALLOW_PRIVATE_ADDRESSES ??= "127.0.0.0/8";

export const chatChannel = (name: string, serviceId: string | null = null, kind: ChannelKind = "slack") => ({
  ...{ kind, name, serviceId, subscriptions: [...NOTICE_KINDS] },
  url: "https://hooks.chat.example/services/T0/B0/a-secret",
});

/** A notice about nothing in particular. */
export const someNotice = (change: Partial<Notice> & Pick<Notice, "to">): Notice => ({
  ...{ kind: "release-rejected", key: "release-1", serviceId: null, releaseId: null },
  ...{ title: "Release rejected: shop 1.2.3 for production", verdict: "NO-GO" as const },
  ...{ reason: "The rollback was not rehearsed.", path: "/releases/0190" },
  ...change,
});

type Place = { release: string; serviceId: string; person: PersonActor };

/** A channel, a person's preferences, a notice in the outbox and a reminder that was given. */
export async function notificationRecords(tenant: TestTenant, { release, serviceId, person }: Place) {
  const { tenantId, admin } = tenant;
  const { id: notificationChannel } = await createChannel(
    { actor: admin },
    chatChannel(`Releases ${release}`, serviceId),
  );
  const wishes = { choices: {}, digestHour: 8, timeZone: "Europe/Berlin" };
  await setPreferences({ actor: person }, wishes);
  const now = new Date();
  const [row] = await transaction({ tenantId }, async (tx) => {
    await tx.insert(approvalReminder).values({ tenantId, releaseId: release, since: now, number: 1, at: now });
    await notify({ tx, tenantId, now }, someNotice({ to: { people: [person.id] }, serviceId, releaseId: release }));
    return tx.select({ id: notification.id }).from(notification).limit(1);
  });
  if (!row) throw new Error("nobody was told");
  return { notificationChannel, notification: row.id };
}
