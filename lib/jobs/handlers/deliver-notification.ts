import type { Jobs } from "@/db/jobs/queues";
import { isDomainError } from "@/lib/core/errors";
import { isNobodysAddress } from "@/lib/core/notification/address";
import type { DeliveryState, Outcome } from "@/lib/core/notification/delivery";
import { digestMail } from "@/lib/core/notification/digest";
import { mailOf } from "@/lib/core/notification/mail";
import { messageOf } from "@/lib/core/notification/message";
import { env } from "@/lib/env";
import { tellChannel } from "@/lib/integrations/chat/tell";
import { sendMail } from "@/lib/integrations/mail/send";
import { isLocal, type MailSettings, mailSettings, notConfigured } from "@/lib/integrations/mail/settings";
import type { OutboundLimits } from "@/lib/integrations/outbound";
import { log } from "@/lib/observability/log";
import { loggable } from "@/lib/observability/loggable";
import { claimDelivery, type Delivery, settleDelivery } from "@/lib/registry/notification/claim";
import type { Recipient } from "@/lib/registry/notification/recipient";

/** Only tests name other peers than the configured ones. */
export type Peers = { mail?: MailSettings; limits?: OutboundLimits };
export type Ended = { state: DeliveryState; reason: string | null };

class NotDelivered extends Error {
  override readonly name = "NotDelivered";
}

/** Delivers one message of the outbox. What may pass is thrown: the queue comes back. Done before: nothing happens. */
export async function deliverNotification(job: Jobs["deliver-notification"], peers: Peers = {}): Promise<void> {
  const ended = await deliver(job, false, peers);
  if (ended?.state === "pending") throw new NotDelivered(ended.reason ?? "not delivered");
}

/** As `deliverNotification`, for somebody who waits for the outcome: tried this one time. */
export async function deliverNow(job: Jobs["deliver-notification"], peers: Peers = {}): Promise<Ended> {
  return (await deliver(job, true, peers)) ?? { state: "sent", reason: null };
}

/** How it ended; null where it had ended before. */
async function deliver(
  { tenantId, notificationId }: Jobs["deliver-notification"],
  last: boolean,
  peers: Peers,
): Promise<Ended | null> {
  const claim = await claimDelivery(tenantId, notificationId);
  if (claim.kind === "done") return null;
  if (claim.kind === "busy") return { state: "pending", reason: "Another delivery of it is at work." };
  const outcome = await tell(claim.delivery, peers).catch(troubleHere);
  const state = await settleDelivery(claim.delivery, outcome, last);
  return { state, reason: outcome.kind === "sent" ? null : outcome.reason };
}

/** A fault of this side, such as a secret that cannot be opened: an admin may mend it before the next attempt. */
function troubleHere(error: unknown): Outcome {
  if (isDomainError(error)) return { kind: "later", reason: error.message };
  log.error({ component: "worker", error: loggable(error) }, "a notice could not be composed");
  return { kind: "later", reason: "Something went wrong here; the log of the server has the cause." };
}

async function tell({ row, carried, recipient }: Delivery, { mail = mailSettings(), limits }: Peers): Promise<Outcome> {
  if (recipient.kind === "none") return { kind: "unready", reason: recipient.reason };
  const base = env().NEXTAUTH_URL ?? null;
  if (recipient.kind === "channel") {
    const { channel: kind, url, secret } = recipient;
    return tellChannel({ kind, url, secret }, messageOf(row, base), limits);
  }
  const bar = mailBar(recipient, mail);
  if (bar !== null || mail.state !== "configured") return { kind: "unready", reason: bar ?? "" };
  const messages = carried.map((each) => messageOf(each, base));
  const text =
    row.kind === "digest" ? digestMail(messages, recipient.timeZone, base) : mailOf(messageOf(row, base), base);
  return sendMail(mail, { id: row.id, to: { name: recipient.name, address: recipient.email }, ...text });
}

/** Why no mail is handed over at all, or null. */
function mailBar({ email }: Extract<Recipient, { kind: "person" }>, mail: MailSettings): string | null {
  if (mail.state === "missing") return notConfigured(mail.variables);
  if (isNobodysAddress(email) && !isLocal(mail.url)) {
    return `Nobody can have the address ${email}: it is reserved for examples.`;
  }
  return null;
}
