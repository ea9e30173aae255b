import type { ChannelKind } from "@/lib/core/notification/channel";
import { chatBody } from "@/lib/core/notification/chat";
import type { Outcome } from "@/lib/core/notification/delivery";
import type { Message } from "@/lib/core/notification/message";
import { OutboundError, type OutboundLimits, send } from "../outbound";
import { notify } from "../webhook/notify";

export type ChatAddress = { kind: ChannelKind; url: string; secret: string | null };

/** Posts one notice to a channel; `sent` means that it answered 2xx. Never throws for what the other side does. */
export async function tellChannel(to: ChatAddress, message: Message, limits?: OutboundLimits): Promise<Outcome> {
  const body = chatBody(to.kind, message);
  try {
    return outcomeOf(await post(to, message.id, body, limits));
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return { kind: error.kind === "refused" ? "never" : "later", reason: error.message };
  }
}

async function post(
  { url, secret }: ChatAddress,
  deliveryId: string,
  body: Record<string, unknown>,
  limits?: OutboundLimits,
): Promise<number> {
  if (secret !== null) return notify({ url, secret, deliveryId, body }, limits);
  const headers = {
    "content-type": "application/json",
    "user-agent": "readiness",
    "x-readiness-delivery": deliveryId,
  };
  return (await send({ url, method: "POST", headers, body: JSON.stringify(body) }, limits)).status;
}

/** Too many requests, a time-out and trouble of the server may pass; any other no is an answer. */
function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { kind: "sent" };
  const mayPass = status >= 500 || status === 429 || status === 408;
  return { kind: mayPass ? "later" : "never", reason: `It answered ${status}.` };
}
