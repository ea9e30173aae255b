import { createPrivateKey } from "node:crypto";
import { isIP } from "node:net";
import { z } from "zod";

export const GITHUB_API = "https://api.github.com";

export const integrationName = z.string().trim().min(1, "must not be empty").max(100);

/** GitHub's API, or an Enterprise Server's (`https://github.example.com/api/v3`), without a slash at its end. */
export const apiUrl = z
  .string()
  .trim()
  .max(300)
  .transform((text) => text.replace(/\/+$/, ""))
  .refine(isApiAddress, "must be an https address such as https://github.example.com/api/v3");

export const appId = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._-]{1,64}$/, "is the number or client id on the app's page");

/** The file that GitHub gives out for an app. The message never repeats any of it. */
export const privateKey = z
  .string()
  .max(20_000)
  .transform((text) => `${text.trim()}\n`)
  .refine(isRsaKey, "must be the whole .pem file that GitHub made for the app (an RSA private key)");

function isApiAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.search || url.hash) return false;
  // Tokens travel to it: in the clear only where nothing leaves the machine.
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}

const isLoopback = (host: string) =>
  host === "localhost" || host === "[::1]" || (isIP(host) === 4 && host.startsWith("127."));

function isRsaKey(text: string): boolean {
  try {
    return createPrivateKey(text).asymmetricKeyType === "rsa";
  } catch {
    return false;
  }
}
