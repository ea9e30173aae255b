import { readFileSync, rmSync } from "node:fs";
import path from "node:path";

export interface Postmaster {
  pid: number;
  /** Absent while the server is still starting. */
  port?: number;
}

const pidFile = (data: string) => path.join(data, "postmaster.pid");

/** Reads `postmaster.pid`: the pid on its first line, the port on its fourth. */
export function readPostmaster(data: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(data), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return { pid: Number.isInteger(pid) ? pid : 0, ...(Number.isInteger(port) && port > 0 ? { port } : {}) };
}

/**
 * False when no process has the pid, or when it now belongs to another program. Where there is no /proc to tell which
 * program it is, a living process is taken for PostgreSQL.
 */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
  } catch {
    return false;
  }
}

/** Only under the mutex, and only after `isPostgres` said no: two servers on one folder would destroy it. */
export function removePidFile(data: string): void {
  rmSync(pidFile(data), { force: true });
}

function isAlive(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
