import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DomainError } from "@/lib/core/errors";
import { freePort } from "./free-port";
import { type GuardedProcess, spawnGuarded } from "./guarded-process";
import { programEnvironment } from "./initialise";
import type { Placement } from "./placement";
import { isReachable } from "./reachable";

export interface RunningServer {
  url: string;
  process: GuardedProcess;
}

const attempts = 20;
const maxLogBytes = 10_000_000;
/** Passing causes: the port was taken meanwhile, or backends of a killed server are still leaving. */
const passing = /could not (bind|create (any TCP\/IP|listen) socket)|pre-existing shared memory block/;

/** Starts PostgreSQL on a loopback port, the same as last time where it is free, and waits until it answers. */
export async function bootServer(
  place: Placement,
  urlOf: (port: number) => string,
  settings: Record<string, string>,
): Promise<RunningServer> {
  const portFile = path.join(place.home, "port");
  let preferred = readPort(portFile);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(preferred);
    const started = await tryBoot(place, port, urlOf(port), settings);
    if ("process" in started) {
      writeFileSync(portFile, `${port}\n`);
      return started;
    }
    if (attempt === attempts || !passing.test(started.failure)) {
      throw new DomainError(
        "unavailable",
        `The embedded database did not start: ${started.failure.trim().slice(-600)}`,
      );
    }
    preferred = undefined;
    await pause(250);
  }
}

async function tryBoot(
  place: Placement,
  port: number,
  url: string,
  settings: Record<string, string>,
): Promise<RunningServer | { failure: string }> {
  const logFile = rotatedLog(place.home);
  const logged = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  const output = openSync(logFile, "a", 0o600);
  const server = spawnGuarded("postgres", commandLine(place, port, settings), {
    ...place.account,
    cwd: "/",
    env: programEnvironment,
    output,
  });
  closeSync(output);
  while (!server.hasExited()) {
    if (await isReachable(url)) return { url, process: server };
    await pause(25);
  }
  return { failure: readFileSync(logFile).subarray(logged).toString("utf8") };
}

function commandLine(place: Placement, port: number, settings: Record<string, string>): string[] {
  const all = { listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return [path.join(place.native, "bin", "postgres"), "-D", place.data, "-p", String(port), ...options];
}

function rotatedLog(home: string): string {
  const file = path.join(home, "postgres.log");
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes) renameSync(file, `${file}.1`);
  return file;
}

function readPort(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}
