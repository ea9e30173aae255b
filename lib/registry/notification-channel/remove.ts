import { z } from "zod";
import { notificationChannel } from "@/db/schema/notification";
import { command } from "../command";
import { channelIs, lockChannel, statedOf } from "./find";

/** Removes a channel with its address and secret. What was told there stays in the list of deliveries. */
export const removeChannel = command({
  name: "notification-channel.remove",
  permission: "notification:manage",
  input: z.strictObject({ channelId: z.uuid() }),
  async run({ tx, actor }, { channelId }) {
    const row = await lockChannel(tx, actor, channelId);
    await tx.delete(notificationChannel).where(channelIs(actor, row.id));
    const data = { channel: row.id, ...statedOf(row), removed: true };
    return { value: { id: row.id }, record: { kind: "notification-channel", subjects: [row.id], data } };
  },
});
