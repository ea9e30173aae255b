import { createHash } from "node:crypto";
import { z } from "zod";

/** `<id>.<secret>.ics`: the id of the feed's record, and 43 letters and digits (256 bits). */
const FORM = /^([0-9a-f-]{36})\.([A-Za-z0-9]{43})\.ics$/;

export type FeedAddress = { id: string; secret: string };

/** The last part of a personal calendar's address. */
export const feedFile = ({ id, secret }: FeedAddress): string => `${id}.${secret}.ics`;

/** Reads it back; null for anything else, before any look-up. */
export function readFeedFile(text: string): FeedAddress | null {
  const match = FORM.exec(text);
  const [, id = "", secret = ""] = match ?? [];
  return z.uuid().safeParse(id).success ? { id, secret } : null;
}

/** What is stored of a secret: its SHA-256, in hex. */
export const feedSecretHash = (secret: string): string => createHash("sha256").update(secret).digest("hex");
