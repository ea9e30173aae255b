import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { randomText } from "../random-text";

const PARAMETERS = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } satisfies ScryptOptions;
const KEY_BYTES = 32;

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** `scrypt$N$r$p$salt$key`, so that the cost can be raised later without losing anybody. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, PARAMETERS);
  const { N, r, p } = PARAMETERS;
  return ["scrypt", N, r, p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [kind, N, r, p, salt, key] = stored.split("$");
  if (kind !== "scrypt" || !salt || !key) return false;
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: PARAMETERS.maxmem };
  const derived = await derive(password, Buffer.from(salt, "base64url"), options);
  const expected = Buffer.from(key, "base64url");
  return expected.length === derived.length && timingSafeEqual(expected, derived);
}

/** Four groups of five letters and digits without look-alikes: over 90 bits, and readable from a terminal. */
export function generatePassword(): string {
  return randomText("abcdefghjkmnpqrstuvwxyz23456789", 20).replace(/(.{5})(?=.)/g, "$1-");
}
