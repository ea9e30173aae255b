import { setTimeout as pause } from "node:timers/promises";
import { DomainError } from "@/lib/core/errors";
import { isPostgres, readPostmaster, removePidFile } from "./pid-file";
import { isReachable } from "./reachable";

const patienceMs = 60_000;

/**
 * The address of a server that already runs on this data folder; waits for one that is starting or stopping. When there
 * is none, a pid file that a killed server left behind is removed, so that its pid's new user cannot block the start.
 */
export async function findRunning(data: string, urlOf: (port: number) => string): Promise<string | undefined> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 50) {
    const postmaster = readPostmaster(data);
    if (!postmaster) return undefined;
    if (!isPostgres(postmaster.pid)) {
      removePidFile(data);
      return undefined;
    }
    if (postmaster.port && (await isReachable(urlOf(postmaster.port)))) return urlOf(postmaster.port);
    await pause(50);
  }
  throw new DomainError(
    "unavailable",
    `A PostgreSQL server holds ${data} but does not let us in. Stop it, or set READINESS_DATA_DIR to another folder.`,
  );
}
