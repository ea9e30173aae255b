import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "@playwright/test";
import type { CaughtMail } from "@/lib/testing/smtp-server";

function folder(): string {
  const value = process.env.E2E_MAIL_FOLDER;
  if (!value) throw new Error('E2E_MAIL_FOLDER is not set. Start these tests with "npm run test:e2e".');
  return value;
}

/** Every mail that the application has sent to an address so far, the oldest first. */
export function mailsTo(address: string): CaughtMail[] {
  const files = readdirSync(folder()).filter((file) => file.endsWith(".json"));
  const mails = files.sort().map((file): CaughtMail => JSON.parse(readFileSync(path.join(folder(), file), "utf8")));
  return mails.filter(({ to }) => to.some((each) => each.toLowerCase() === address.toLowerCase()));
}

/** The first mail to an address whose subject matches, as soon as it has arrived. */
export async function mailTo(address: string, subject: RegExp | string): Promise<CaughtMail> {
  const found = () => mailsTo(address).find((mail) => mail.subject.search(subject) >= 0);
  await expect.poll(() => found()?.subject ?? "no such mail", { timeout: 60_000 }).toMatch(subject);
  const mail = found();
  if (!mail) throw new Error(`No mail to ${address} has the subject ${String(subject)}.`);
  return mail;
}

/** The page that a mail links to. */
export function pageIn({ text }: CaughtMail): string {
  const link = /Open in Readiness: (\S+)/.exec(text)?.[1];
  if (!link) throw new Error(`The mail links to no page: ${text}`);
  return new URL(link).pathname;
}
