import { randomBytes } from "node:crypto";
import { appendFile, mkdir, open, readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Io } from "../io";
import { unreadable } from "./read";

/**
 * Writes a JSON document as people read it, making the folder when it is missing. Whatever ends the process meanwhile,
 * the file is the old one or the new one, never a part of it.
 */
export async function writeJson(io: Io, path: string, value: unknown): Promise<void> {
  await writeText(io, path, `${JSON.stringify(value, null, 2)}\n`);
}

export async function writeText(io: Io, path: string, text: string): Promise<void> {
  const absolute = resolve(io.cwd, path);
  try {
    await mkdir(dirname(absolute), { recursive: true });
    const target = await realpath(absolute).catch(() => absolute);
    const existing = await stat(target).catch(() => null);
    // A device, a pipe and a folder cannot be replaced; writing to them says what is wrong.
    if (existing && !existing.isFile()) return await writeFile(target, text);
    await replace(target, text, existing?.mode);
  } catch (error) {
    throw unreadable(error, path);
  }
}

async function replace(target: string, text: string, mode = 0o666): Promise<void> {
  await removeLeftovers(target);
  const temporary = temporaryName(target);
  try {
    const file = await open(temporary, "wx", mode);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

const temporaryName = (target: string): string =>
  join(dirname(target), `${prefixOf(target)}${process.pid}.${randomBytes(6).toString("hex")}.tmp`);
const prefixOf = (target: string): string => `.${basename(target)}.`;

/** What writers that were killed left beside the file. */
async function removeLeftovers(target: string): Promise<void> {
  const [folder, prefix] = [dirname(target), prefixOf(target)];
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;
    const writer = /^(\d+)\.[0-9a-f]{12}\.tmp$/.exec(name.slice(prefix.length))?.[1];
    if (writer && !isAlive(Number(writer))) await rm(join(folder, name), { force: true });
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

export async function appendText(io: Io, path: string, text: string): Promise<void> {
  try {
    await appendFile(resolve(io.cwd, path), text);
  } catch (error) {
    throw unreadable(error, path);
  }
}
