import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Io } from "../io";
import { unreadable } from "./read";

export type FileHash = { hash: string; bytes: number };

/** SHA-256 of a file of any size, as `sha256:<hex>`, with the number of bytes that were hashed. */
export async function hashFile(io: Io, path: string): Promise<FileHash> {
  const digest = createHash("sha256");
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(resolve(io.cwd, path))) {
      digest.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    throw unreadable(error, path);
  }
  return { hash: `sha256:${digest.digest("hex")}`, bytes };
}
