import { createHash } from "node:crypto";
import { z } from "zod";

/** `rdy_<env>_<id>_<secret>_<crc>`: id is the record's UUID without dashes, crc the CRC-32 of all before it. */
const FORM = /^rdy_([a-z][a-z0-9-]{0,62})_([0-9a-f]{32})_([A-Za-z0-9]{43})_([0-9a-f]{8})$/;

export type TokenParts = { id: string; environment: string };

/** Composes a token's text. `secret` must be 43 letters and digits (256 bits). */
export function composeToken(parts: { environment: string; id: string; secret: string }): string {
  const body = `rdy_${parts.environment}_${parts.id.replaceAll("-", "")}_${parts.secret}`;
  return `${body}_${crc32(body)}`;
}

/** Reads a token's text; null for anything mistyped, before any look-up. */
export function readToken(text: string): TokenParts | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, environment = "", hex = "", , checksum] = match;
  if (crc32(text.slice(0, text.lastIndexOf("_"))) !== checksum) return null;
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return z.uuid().safeParse(id).success ? { id, environment } : null;
}

/** What is stored of a token: SHA-256 of its whole text, in hex. */
export function tokenHash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** CRC-32 (IEEE 802.3), eight hex digits. Guards against typing errors, not against forgery. */
function crc32(text: string): string {
  let crc = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0");
}
