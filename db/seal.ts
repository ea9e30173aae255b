import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { DomainError } from "@/lib/core/errors";
import { env } from "@/lib/env";

const VERSION = "v1";
const INFO = "readiness sealed secret v1";
const IV_BYTES = 12;

/** Whose secret it is, and which: a sealed text copied to another row or column does not open there. */
export type SealedPlace = { tenantId: string; recordId: string; field: string };

/** `v1.<key>.<iv>.<tag>.<text>`: AES-256-GCM with a key that is not in the database, bound to its place. */
export function seal(plain: string, place: SealedPlace): string {
  const { key, id } = sealingKey();
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(associatedData(place));
  const text = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [VERSION, id, ...[iv, cipher.getAuthTag(), text].map((part) => part.toString("base64url"))].join(".");
}

/** The secret again. Throws `unavailable` for one sealed with another key, moved, or changed; never says its content. */
export function unseal(sealed: string, place: SealedPlace): string {
  const { key, id } = sealingKey();
  const [version, keyId, ...parts] = sealed.split(".");
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, "base64url"));
  if (version !== VERSION || !iv || !tag || !text) throw unreadable("is not in a form that this version knows");
  if (keyId !== id) throw unreadable("was encrypted with another READINESS_ENCRYPTION_KEY or NEXTAUTH_SECRET");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: 16 })
      .setAAD(associatedData(place))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  } catch {
    throw unreadable("does not belong where it is stored, or was changed");
  }
}

function sealingKey(): { key: Buffer; id: string } {
  const material = env().READINESS_ENCRYPTION_KEY ?? env().NEXTAUTH_SECRET;
  if (!material) throw new DomainError("unavailable", "Neither READINESS_ENCRYPTION_KEY nor NEXTAUTH_SECRET is set.");
  const key = Buffer.from(hkdfSync("sha256", material, "", INFO, 32));
  return { key, id: createHash("sha256").update(key).digest("hex").slice(0, 8) };
}

const associatedData = ({ tenantId, recordId, field }: SealedPlace) =>
  Buffer.from(JSON.stringify([VERSION, tenantId, recordId, field]));

const unreadable = (why: string) =>
  new DomainError("unavailable", `A stored secret ${why}. An admin has to enter it again under Settings.`);
