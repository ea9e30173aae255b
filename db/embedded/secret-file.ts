import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** The secret kept in a file that only its owner may read; made on first use. Every racer gets the same one. */
export function secretFile(file: string, generate: () => string = generatePassword): string {
  return readSecret(file) ?? publish(file, generate());
}

/** 192 bits, in characters that need no escaping in a connection URL. */
export function generatePassword(): string {
  return randomBytes(24).toString("base64url");
}

export function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Written aside and linked into place: a reader sees the whole secret or none, and an existing one stays. */
function publish(file: string, secret: string): string {
  const partial = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(partial, `${secret}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    linkSync(partial, file);
    return secret;
  } catch (error) {
    const existing = readSecret(file);
    if (existing === undefined) throw error;
    return existing;
  } finally {
    rmSync(partial, { force: true });
  }
}
