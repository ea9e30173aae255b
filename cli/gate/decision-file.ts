import { rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { unreadable } from "../files/read";
import type { Io } from "../io";

/** Takes away the decision of an earlier run, so that a deploy step never finds it when this run ends without one. */
export async function discardDecision(io: Io, path: string): Promise<void> {
  const absolute = resolve(io.cwd, path);
  try {
    const existing = await stat(absolute).catch(() => null);
    if (existing?.isFile()) await rm(absolute);
  } catch (error) {
    throw unreadable(error, path);
  }
}
