import { type OutboundLimits, send } from "../outbound";
import { signatureOf } from "../signature";

export type Notice = { url: string; secret: string; deliveryId: string; body: unknown };

/** Tells an answer to the sender's address, signed as its questions are. Answers the status; a 5xx is tried again. */
export async function notify({ url, secret, deliveryId, body }: Notice, limits?: OutboundLimits): Promise<number> {
  const text = JSON.stringify(body);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const { status } = await send(
    {
      url,
      method: "POST",
      headers: {
        "content-type": "application/json",
        "user-agent": "readiness",
        "x-readiness-delivery": deliveryId,
        "x-readiness-timestamp": timestamp,
        "x-readiness-signature-256": signatureOf(secret, `${timestamp}.`, text),
      },
      body: text,
    },
    limits,
  );
  return status;
}
