import { z } from "zod";
import { notification } from "@/db/schema/notification";
import { contentOf } from "@/lib/core/notification/notice";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { lockChannel } from "../notification-channel/find";

/** Writes a test message for a channel, or for the admin who asks by e-mail. The door delivers it while they wait. */
export const writeTest = command({
  name: "notification.test",
  permission: "notification:manage",
  input: z.strictObject({ channelId: z.uuid().nullable() }),
  async run({ tx, actor: given, now }, { channelId }) {
    const actor = requirePerson(given);
    const channel = channelId === null ? null : await lockChannel(tx, actor, channelId);
    const id = newId(now);
    const content = contentOf({
      title: "Test message",
      verdict: null,
      reason: `${actor.name} asked for it, to see whether notices arrive here.`,
      path: "/settings/notifications",
    });
    await tx.insert(notification).values({
      ...{ tenantId: actor.tenantId, id, kind: "test", key: id, content, state: "pending", attempts: 0 },
      recipientKind: channel ? "channel" : "person",
      recipientId: channel?.id ?? actor.id,
      recipientName: channel?.name ?? actor.name,
      createdAt: now,
    });
    return { value: { tenantId: actor.tenantId, notificationId: id }, record: "unchanged" };
  },
});
