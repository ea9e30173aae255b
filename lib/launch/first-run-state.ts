import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const schema = z.object({ sample: z.boolean(), done: z.boolean() });
export type FirstRunState = z.output<typeof schema>;

const fileIn = (home: string) => path.join(home, "first-run.json");

/** How far the first run of this data came; absent before it began. */
export function readState(home: string): FirstRunState | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(fileIn(home), "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new Error(`${fileIn(home)} cannot be read. Delete it to let the next start look at the database instead.`);
  }
}

/** Replaced by rename, so that a start killed in the middle leaves the old state. */
export function writeState(home: string, state: FirstRunState): void {
  const partial = `${fileIn(home)}.${process.pid}`;
  writeFileSync(partial, `${JSON.stringify(state)}\n`, { mode: 0o600, flush: true });
  renameSync(partial, fileIn(home));
}
