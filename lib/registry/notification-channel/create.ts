import { z } from "zod";
import { notificationChannel } from "@/db/schema/notification";
import { seal } from "@/db/seal";
import { CHANNEL_KINDS } from "@/lib/core/notification/channel";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { newWebhookSecret } from "../integration/secrets";
import { channelName, channelUrl, subscriptions } from "./fields";
import { refuseTakenName, requireService, statedOf } from "./find";

/** Adds a chat room or system that is told. A generic webhook's signing secret is made here and returned this one time. */
export const createChannel = command({
  name: "notification-channel.create",
  permission: "notification:manage",
  input: z.strictObject({
    kind: z.enum(CHANNEL_KINDS),
    name: channelName,
    url: channelUrl,
    subscriptions,
    serviceId: z.uuid().nullable().default(null),
  }),
  async run({ tx, actor, now }, { url, ...given }) {
    await requireService(tx, actor, given.serviceId);
    const { tenantId } = actor;
    const id = newId(now);
    const secret = given.kind === "webhook" ? newWebhookSecret() : null;
    const row = {
      ...{ tenantId, id, ...given, host: new URL(url).host, createdAt: now, disabledAt: null, ...doneByColumns(actor) },
      urlSealed: seal(url, { tenantId, recordId: id, field: "url" }),
      secretSealed: secret && seal(secret, { tenantId, recordId: id, field: "secret" }),
    };
    await tx.insert(notificationChannel).values(row).catch(refuseTakenName);
    const data = { channel: id, ...statedOf(row) };
    return { value: { id, secret }, record: { kind: "notification-channel", subjects: [id], data } };
  },
});
