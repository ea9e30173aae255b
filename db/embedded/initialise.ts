import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DomainError } from "@/lib/core/errors";
import type { Placement } from "./placement";

export const SUPERUSER = "postgres";

/** PostgreSQL's own programs see only this much of our environment. */
export const programEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  LC_ALL: "C",
  TZ: "UTC",
};

export const isInitialised = (data: string) => existsSync(path.join(data, "PG_VERSION"));

/** Makes the data folder aside and publishes it by rename: a killed first start leaves nothing half made. */
export function initialise(place: Placement, password: string): void {
  removeAbandoned(place);
  const partial = `${place.data}.init-${process.pid}`;
  const passwordFile = `${partial}.password`;
  try {
    mkdirSync(partial, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    hand(place, partial, passwordFile);
    runInitdb(place, partial, passwordFile);
    renameSync(partial, place.data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(partial, { recursive: true, force: true });
  }
}

function runInitdb(place: Placement, folder: string, passwordFile: string): void {
  const options = ["-U", SUPERUSER, "-A", "scram-sha-256", "--pwfile", passwordFile];
  const encoding = ["-E", "UTF8", "--locale=C.UTF-8", "-k"];
  const result = spawnSync(path.join(place.native, "bin", "initdb"), ["-D", folder, ...options, ...encoding], {
    ...place.account,
    cwd: "/",
    encoding: "utf8",
    env: programEnvironment,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    throw new DomainError("unavailable", `The embedded database could not be created: ${result.stderr.trim()}`);
  }
}

function hand({ account }: Placement, ...paths: string[]): void {
  if (account.uid === undefined || account.gid === undefined) return;
  for (const item of paths) chownSync(item, account.uid, account.gid);
}

/** Only called under the mutex, so whatever is there was left by a start that was killed. */
function removeAbandoned(place: Placement): void {
  const prefix = `${path.basename(place.data)}.init-`;
  for (const entry of readdirSync(place.home)) {
    if (entry.startsWith(prefix)) rmSync(path.join(place.home, entry), { recursive: true, force: true });
  }
}
