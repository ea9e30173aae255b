import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { badInput } from "../exit";
import { unreadable } from "../files/read";
import type { Io } from "../io";

export const HEAD_BYTES = 64 * 1024;

/** How a file starts, for recognising its format: its first 64 KiB, decoded leniently and without byte order mark. */
export async function readHead(io: Io, path: string): Promise<string> {
  const bytes = await firstBytes(resolve(io.cwd, path), path);
  return new TextDecoder(bomEncoding(bytes) ?? "utf-8").decode(bytes);
}

/** The encoding that a byte order mark tells of. */
export function bomEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : undefined;
}

async function firstBytes(absolute: string, path: string): Promise<Uint8Array> {
  try {
    const file = await open(absolute);
    try {
      if (!(await file.stat()).isFile()) throw badInput(`${path}: is not a file`);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(error, path);
  }
}
