import { randomUUID } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { type MailParts, mailParts } from "./mail-parts";

export type CaughtMail = MailParts & { from: string; to: string[]; receivedAt: string };

type Options = {
  /** Takes nothing from anybody else. */
  account?: { user: string; pass: string };
  /** Each mail is written there too, as JSON, for readers in other processes. */
  folder?: string;
};

export type MailCatcher = {
  /** For SMTP_URL. */
  url: string;
  mails: CaughtMail[];
  /** Answers to the next recipients, such as 450 or 550; none left: accepted. */
  next: number[];
  stop(): Promise<void>;
};

/** A real SMTP server on this machine that keeps what it is given and delivers nothing. */
export async function catchMail({ account, folder }: Options = {}): Promise<MailCatcher> {
  const mails: CaughtMail[] = [];
  const next: number[] = [];
  const server = new SMTPServer({ ...handlersOf(mails, next, folder), ...accountOptions(account), disabledCommands });
  // A client that goes away in the middle is the client's business.
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  const user = account ? `${encodeURIComponent(account.user)}:${encodeURIComponent(account.pass)}@` : "";
  return {
    url: `smtp://${user}127.0.0.1:${port}`,
    mails,
    next,
    stop: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** Without a certificate there is no TLS to offer. */
const disabledCommands = ["STARTTLS"];

function accountOptions(account: Options["account"]): SMTPServerOptions {
  if (!account) return { authOptional: true };
  return {
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _, done) =>
      username === account.user && password === account.pass
        ? done(null, { user: username })
        : done(new Error(`Nobody signs in here as ${username} with ${password}`)),
  };
}

function handlersOf(mails: CaughtMail[], next: number[], folder: string | undefined): SMTPServerOptions {
  return {
    onRcptTo: (_address, _session, done) => {
      const code = next.shift();
      done(code ? Object.assign(new Error("Not now"), { responseCode: code }) : null);
    },
    onData: async (stream, session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk);
      const { mailFrom, rcptTo } = session.envelope;
      const mail = {
        ...mailParts(Buffer.concat(chunks).toString("utf8")),
        from: mailFrom ? mailFrom.address : "",
        to: rcptTo.map(({ address }) => address),
        receivedAt: new Date().toISOString(),
      };
      mails.push(mail);
      if (folder) writeMail(folder, mail);
      done();
    },
  };
}

/** Appears under its name only when it is whole. */
function writeMail(folder: string, mail: CaughtMail): void {
  const file = path.join(folder, `${fileName(mail)}.json`);
  writeFileSync(`${file}.part`, JSON.stringify(mail));
  renameSync(`${file}.part`, file);
}

const fileName = ({ receivedAt }: CaughtMail): string => `${receivedAt.replaceAll(":", "-")}-${randomUUID()}`;
