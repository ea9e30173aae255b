import { createHmac, timingSafeEqual } from "node:crypto";

/** `sha256=<hex>`: HMAC-SHA-256 over the very bytes that are sent. */
export function signatureOf(secret: string, ...parts: (string | Uint8Array)[]): string {
  const hmac = createHmac("sha256", secret);
  for (const part of parts) hmac.update(part);
  return `sha256=${hmac.digest("hex")}`;
}

/** In constant time. A missing or misformed signature is compared as well, and fails. */
export function isSignedBy(secret: string, signature: string | null, ...parts: (string | Uint8Array)[]): boolean {
  const expected = Buffer.from(signatureOf(secret, ...parts));
  const given = Buffer.alloc(expected.length);
  const fits = given.write(signature ?? "", "latin1") === expected.length && signature?.length === expected.length;
  return timingSafeEqual(expected, given) && fits;
}
