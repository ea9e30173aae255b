import { isIP } from "node:net";
import { env } from "@/lib/env";

/** The mail server and who the mails come from; or the variables without which nothing can be mailed. */
export type MailSettings =
  | { state: "configured"; url: string; from: string; host: string }
  | { state: "missing"; variables: string[] };

/** From SMTP_URL and MAIL_FROM. `host` is safe to show: it holds no credentials. */
export function mailSettings({ SMTP_URL: url, MAIL_FROM: from } = env()): MailSettings {
  if (url && from) return { state: "configured", url, from, host: new URL(url).host };
  return { state: "missing", variables: [...(url ? [] : ["SMTP_URL"]), ...(from ? [] : ["MAIL_FROM"])] };
}

export const notConfigured = (variables: readonly string[]): string =>
  `E-mail is not configured: set ${variables.join(" and ")}.`;

/** Whether the server is on this machine, such as one that catches mail for tests. */
export function isLocal(url: string): boolean {
  const name = new URL(url).hostname;
  return name === "localhost" || name === "[::1]" || (isIP(name) === 4 && name.startsWith("127."));
}
