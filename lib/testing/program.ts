import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

const project = path.resolve(import.meta.dirname, "../..");

/** Runs TypeScript in a process of its own, for tests that kill it; resolves with the first line that it prints. */
export async function runProgram(source: string): Promise<{ child: ChildProcess; firstLine: string }> {
  const options = ["--import", "tsx", "--input-type=module", "--eval", source];
  const child = spawn(process.execPath, options, { cwd: project, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, firstLine: String(line) };
}

/** Whether a process that is no zombie has this pid. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !isZombie(pid);
}

/** Killed, but not yet collected by its parent; only /proc tells. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}
