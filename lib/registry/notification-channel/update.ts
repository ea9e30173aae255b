import { z } from "zod";
import { notificationChannel } from "@/db/schema/notification";
import { seal } from "@/db/seal";
import { canonicalJson } from "@/lib/core/digest";
import { command } from "../command";
import { channelName, channelUrl, subscriptions } from "./fields";
import { channelIs, lockChannel, refuseTakenName, requireService, statedOf } from "./find";

/** Changes what is given of a channel. That its address was replaced is recorded, never the address. */
export const updateChannel = command({
  name: "notification-channel.update",
  permission: "notification:manage",
  input: z.strictObject({
    channelId: z.uuid(),
    name: channelName.optional(),
    url: channelUrl.optional(),
    subscriptions: subscriptions.optional(),
    serviceId: z.uuid().nullable().optional(),
  }),
  async run({ tx, actor }, { channelId, url, ...given }) {
    const row = await lockChannel(tx, actor, channelId);
    const after = {
      name: given.name ?? row.name,
      host: url ? new URL(url).host : row.host,
      subscriptions: given.subscriptions ?? row.subscriptions,
      serviceId: given.serviceId === undefined ? row.serviceId : given.serviceId,
    };
    await requireService(tx, actor, after.serviceId);
    const [stated, restated] = [statedOf(row), statedOf({ ...row, ...after })];
    const changed = url !== undefined || canonicalJson(stated) !== canonicalJson(restated);
    if (!changed) return { value: { id: row.id }, record: "unchanged" };
    const place = { tenantId: row.tenantId, recordId: row.id, field: "url" };
    await tx
      .update(notificationChannel)
      .set({ ...after, ...(url ? { urlSealed: seal(url, place) } : {}) })
      .where(channelIs(actor, row.id))
      .catch(refuseTakenName);
    const data = { channel: row.id, name: after.name, before: stated, after: restated, urlReplaced: url !== undefined };
    return { value: { id: row.id }, record: { kind: "notification-channel", subjects: [row.id], data } };
  },
});
