import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import path from "node:path";
import { DomainError } from "@/lib/core/errors";

/** The operating system's account that PostgreSQL runs as; empty means "as this process". */
export interface Account {
  uid?: number;
  gid?: number;
}

const isRoot = () => process.getuid?.() === 0;

/** PostgreSQL refuses root. An existing data folder decides; else `postgres`, else `nobody`. */
export function databaseAccount(dataFolder: string): Account {
  const owner = ownerOf(dataFolder);
  if (!isRoot()) {
    if (owner?.uid !== undefined && process.getuid && owner.uid !== process.getuid()) {
      throw new DomainError(
        "unavailable",
        `The database in ${dataFolder} belongs to another account (uid ${owner.uid}). ` +
          "Start as that account, or set READINESS_DATA_DIR to a folder of your own.",
      );
    }
    return {};
  }
  if (owner && owner.uid !== 0) return owner;
  for (const name of ["postgres", "nobody"]) {
    const account = lookUp(name);
    if (account) return account;
  }
  throw new DomainError(
    "unavailable",
    'PostgreSQL must not run as root, and there is no account "postgres" or "nobody".',
  );
}

/** True when the account can enter the folder and read what is directly in it. */
export function canUse(account: Account, folder: string, wanted: "read" | "enter"): boolean {
  const test = wanted === "read" ? 'test -r "$0" && test -x "$0"' : 'test -x "$0"';
  return spawnSync("sh", ["-c", test, path.resolve(folder)], { ...account, cwd: "/" }).status === 0;
}

function ownerOf(folder: string): Account | undefined {
  try {
    const { uid, gid } = statSync(folder);
    return { uid, gid };
  } catch {
    return undefined;
  }
}

function lookUp(name: string): Account | undefined {
  const ids = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8", cwd: "/" }));
  const [uid, gid] = ids.map((result) => (result.status === 0 ? Number(result.stdout) : Number.NaN));
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : undefined;
}
