import { createTransport } from "nodemailer";
import type { Outcome } from "@/lib/core/notification/delivery";
import type { MailText } from "@/lib/core/notification/mail";
import { mailOutcome } from "./outcome";
import type { MailSettings } from "./settings";

export type Mail = MailText & {
  /** The same for every attempt: servers and readers recognise a repetition by it. */
  id: string;
  to: { name: string; address: string };
};

const STEP_MS = 10_000;
const WHOLE_MS = 60_000;

/** Hands one mail to the configured server; `sent` means that it accepted the mail. Never throws. */
export async function sendMail(
  settings: Extract<MailSettings, { state: "configured" }>,
  { id, to, subject, text, html }: Mail,
): Promise<Outcome> {
  const { url, from } = settings;
  const transport = createTransport({
    url,
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      html,
      messageId: `<${id}@${senderDomain(from)}>`,
      headers: { "Auto-Submitted": "auto-generated", "X-Readiness-Delivery": id },
      signal: AbortSignal.timeout(WHOLE_MS),
    });
    return { kind: "sent" };
  } catch (error) {
    return mailOutcome(error, url);
  } finally {
    transport.close();
  }
}

const senderDomain = (from: string): string => /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? "readiness.invalid";
