import { isIP } from "node:net";
import { z } from "zod";
import { NOTICE_KINDS } from "@/lib/core/notification/kinds";

export const channelName = z.string().trim().min(1, "must not be empty").max(100);

/** The message never repeats the address: whoever knows it can post there. */
export const channelUrl = z
  .string()
  .trim()
  .max(2000)
  .refine(isPostAddress, "must be the whole https address that the chat or system gave you");

export const subscriptions = z
  .array(z.enum(NOTICE_KINDS))
  .min(1, "choose at least one kind")
  .transform((kinds) => NOTICE_KINDS.filter((kind) => kinds.includes(kind)));

function isPostAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password) return false;
  // In the clear only where nothing leaves the machine.
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}

const isLoopback = (host: string) =>
  host === "localhost" || host === "[::1]" || (isIP(host) === 4 && host.startsWith("127."));
