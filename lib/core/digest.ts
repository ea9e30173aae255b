import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { z } from "zod";

/** `sha256:<64 hex>`, the only form of a hash in this product. */
export const sha256Text = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: followed by 64 lower-case hex digits");

/** RFC 8785 form of a JSON value. Undefined members are left out; NaN and infinities throw. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("only JSON values have a canonical form");
  return text;
}

/** SHA-256 over bytes or UTF-8 text, as `sha256:<hex>`. */
export function sha256(bytes: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

/** SHA-256 over the RFC 8785 form of a JSON value. */
export function digestOf(value: unknown): string {
  return sha256(canonicalJson(value));
}
