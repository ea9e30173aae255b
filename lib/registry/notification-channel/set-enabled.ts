import { z } from "zod";
import { notificationChannel } from "@/db/schema/notification";
import { command } from "../command";
import { channelIs, lockChannel } from "./find";

/** A disabled channel is told nothing; what happens meanwhile is not told later. */
export const setChannelEnabled = command({
  name: "notification-channel.set-enabled",
  permission: "notification:manage",
  input: z.strictObject({ channelId: z.uuid(), enabled: z.boolean() }),
  async run({ tx, actor, now }, { channelId, enabled }) {
    const row = await lockChannel(tx, actor, channelId);
    if ((row.disabledAt === null) === enabled) return { value: { id: row.id, enabled }, record: "unchanged" };
    await tx
      .update(notificationChannel)
      .set({ disabledAt: enabled ? null : now })
      .where(channelIs(actor, row.id));
    const data = { channel: row.id, name: row.name, enabled };
    return { value: { id: row.id, enabled }, record: { kind: "notification-channel", subjects: [row.id], data } };
  },
});
