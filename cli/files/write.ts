import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Io } from "../io";
import { unreadable } from "./read";

/** Writes a JSON document as people read it, making the folder when it is missing. */
export async function writeJson(io: Io, path: string, value: unknown): Promise<void> {
  const absolute = resolve(io.cwd, path);
  try {
    await mkdir(dirname(absolute), { recursive: true });
    await writeFile(absolute, `${JSON.stringify(value, null, 2)}\n`);
  } catch (error) {
    throw unreadable(error, path);
  }
}

export async function appendText(io: Io, path: string, text: string): Promise<void> {
  try {
    await appendFile(resolve(io.cwd, path), text);
  } catch (error) {
    throw unreadable(error, path);
  }
}
