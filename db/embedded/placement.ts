import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { DomainError } from "@/lib/core/errors";
import { type Account, canUse, databaseAccount } from "./account";
import { makeLibraryLinks, missingLinks } from "./symlinks";

export interface Placement {
  /** Folder with everything that is kept: data, passwords, logs. */
  home: string;
  /** PostgreSQL's own data folder; its name carries the major version. */
  data: string;
  /** Folder with PostgreSQL's programs. */
  native: string;
  account: Account;
}

export const MAJOR_VERSION = 18;
const sharedHome = "/var/lib/readiness";

/** Decides where data and programs live, so that the account that runs PostgreSQL can reach both. */
export function placeDatabase(wantedHome: string, native: string): Placement {
  const wanted = path.resolve(wantedHome);
  makeHome(wanted);
  const account = databaseAccount(dataFolder(wanted));
  const home = canUse(account, wanted, "enter") ? wanted : path.join(sharedHome, digest(wanted));
  makeHome(home);
  const placed = home === wanted ? account : databaseAccount(dataFolder(home));
  return { home, data: dataFolder(home), native: reachablePrograms(native, home, placed), account: placed };
}

const dataFolder = (home: string) => path.join(home, `pg${MAJOR_VERSION}`);

/** 0711: others may pass through to the data folder (0700, owned by PostgreSQL's account), but not look around. */
function makeHome(home: string): void {
  if (existsSync(home)) return;
  try {
    mkdirSync(home, { recursive: true });
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    throw new DomainError("unavailable", `The data folder ${home} cannot be made (${why}). Set READINESS_DATA_DIR.`);
  }
  chmodSync(home, 0o711);
  if (path.dirname(home) === sharedHome) chmodSync(sharedHome, 0o711);
}

function reachablePrograms(native: string, home: string, account: Account): string {
  if (canUse(account, path.join(native, "lib"), "read") && canHoldLinks(native)) {
    makeLibraryLinks(native);
    return native;
  }
  const copy = path.join(home, `programs-${digest(readFileSync(path.join(native, "bin", "postgres")))}`);
  if (!existsSync(copy)) copyPrograms(native, copy);
  return copy;
}

function copyPrograms(native: string, copy: string): void {
  const partial = `${copy}.${process.pid}`;
  cpSync(native, path.join(partial, "native"), { recursive: true, verbatimSymlinks: true });
  makeLibraryLinks(path.join(partial, "native"));
  makeReadable(partial);
  try {
    renameSync(path.join(partial, "native"), copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function makeReadable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const program = entry.isDirectory() || path.basename(entry.parentPath) === "bin";
    chmodSync(path.join(entry.parentPath, entry.name), program ? 0o755 : 0o644);
  }
}

function canHoldLinks(native: string): boolean {
  if (missingLinks(native).length === 0) return true;
  try {
    accessSync(path.join(native, "lib"), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function digest(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 12);
}
