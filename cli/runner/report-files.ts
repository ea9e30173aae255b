import { copyFile, mkdir, stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { isPattern, matchingFiles } from "../files/glob";
import { unreadable } from "../files/read";
import type { Io } from "../io";
import type { SuiteConfig } from "./config";

export type ReportFile = { path: string; format?: string };
/** Path → what changes when the file is written: a file that is still the same was not written by the attempt. */
export type Snapshot = ReadonlyMap<string, string>;
export type WrittenReports = { files: ReportFile[]; faults: string[] };

type Where = Pick<SuiteConfig, "workingDirectory" | "reports">;

/** Makes the folders that reports go to: hardly any tool makes its own. A missing working folder stays missing. */
export async function makeReportFolders(io: Io, { workingDirectory, reports }: Where): Promise<void> {
  const root = resolve(io.cwd, workingDirectory);
  const exists = await stat(root).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!exists) return;
  for (const { path } of reports) {
    const parts = path.split("/").slice(0, -1);
    const fixed = parts.findIndex(isPattern);
    await mkdir(resolve(root, (fixed === -1 ? parts : parts.slice(0, fixed)).join("/") || "."), { recursive: true });
  }
}

/** What the patterns of reports match before an attempt: all that is not evidence of it. */
export async function snapshotReports(io: Io, suite: Where): Promise<Snapshot> {
  const marks = new Map<string, string>();
  for (const { path } of suite.reports) {
    for (const file of await matchingFiles(io, resolve(io.cwd, suite.workingDirectory, path))) {
      const mark = await markOf(resolve(io.cwd, file));
      if (mark !== null) marks.set(file, mark);
    }
  }
  return marks;
}

/**
 * The reports that an attempt wrote, each once, in the order of the patterns. A pattern without any is a fault: old
 * reports are no evidence.
 */
export async function writtenReports(io: Io, suite: Where, before: Snapshot): Promise<WrittenReports> {
  const files = new Map<string, ReportFile>();
  const faults: string[] = [];
  for (const { path: pattern, format: named } of suite.reports) {
    const found = await matchingFiles(io, resolve(io.cwd, suite.workingDirectory, pattern));
    let written = 0;
    for (const path of found) {
      if ((await markOf(resolve(io.cwd, path))) === before.get(path)) continue;
      written += 1;
      const format = files.get(path)?.format ?? named;
      files.set(path, format === undefined ? { path } : { path, format });
    }
    if (written === 0) faults.push(missing(pattern, found.length));
  }
  return { files: [...files.values()], faults };
}

const missing = (pattern: string, stale: number): string =>
  stale === 0
    ? `no report ${pattern} was written`
    : `no report ${pattern} was written: what is there is from before and is no evidence`;

/** Copies a report to where the run keeps it, so that the next attempt does not overwrite it. Gives the copy's path. */
export async function keepReport(io: Io, path: string, folder: string): Promise<string> {
  const inside = relative(io.cwd, resolve(io.cwd, path)).split("/");
  const copy = join(folder, ...inside.filter((part) => part !== ".."));
  try {
    await mkdir(dirname(resolve(io.cwd, copy)), { recursive: true });
    await copyFile(resolve(io.cwd, path), resolve(io.cwd, copy));
    return copy;
  } catch (error) {
    throw unreadable(error, copy);
  }
}

async function markOf(absolute: string): Promise<string | null> {
  return stat(absolute, { bigint: true }).then(
    ({ mtimeNs, size, ino }) => `${mtimeNs}:${size}:${ino}`,
    () => null,
  );
}
