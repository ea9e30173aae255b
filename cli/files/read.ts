import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseStrictJson } from "@/lib/core/json/strict";
import { badInput } from "../exit";
import type { Io } from "../io";

const MAX_BYTES = 10 * 1024 * 1024;

/** Reads a text file of at most 10 MiB. Bad input, naming the file, when it is not there, empty or not UTF-8. */
export async function readText(io: Io, path: string): Promise<string> {
  const text = await readAnyText(io, path);
  if (text.trim() === "") throw badInput(`${path}: is empty`);
  return text;
}

export async function readAnyText(io: Io, path: string): Promise<string> {
  const bytes = await readBytes(resolve(io.cwd, path), path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badInput(`${path}: is not UTF-8 text`);
  }
}

async function readBytes(absolute: string, path: string): Promise<Buffer> {
  try {
    const { size } = await stat(absolute);
    if (size > MAX_BYTES) throw badInput(`${path}: is larger than ${MAX_BYTES} bytes`);
    return await readFile(absolute);
  } catch (error) {
    throw unreadable(error, path);
  }
}

export async function readJson(io: Io, path: string): Promise<unknown> {
  return parseStrictJson(await readText(io, path), path);
}

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  EACCES: "may not be read or written",
  EISDIR: "is a folder, not a file",
  ENOTDIR: "there is no such folder",
};

/** A file-system error in words; other errors stay what they are. */
export function unreadable(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  return badInput(`${path}: ${REASONS[error.code] ?? `cannot be read or written (${error.code})`}`);
}
