import { readFile } from "node:fs/promises";

/** Whether a process runs; one that has ended and was not collected yet does not. */
export async function isRunning(processId: number): Promise<boolean> {
  try {
    process.kill(processId, 0);
  } catch {
    return false;
  }
  // Where there is no /proc, whatever takes a signal counts as running.
  const status = await readFile(`/proc/${processId}/stat`, "utf8").catch(() => ") S");
  return !/\) [ZX]/.test(status);
}

/** The ids of processes that wrote theirs into a file, one a line. */
export async function processIds(path: string): Promise<number[]> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.split("\n").filter(Boolean).map(Number);
}
