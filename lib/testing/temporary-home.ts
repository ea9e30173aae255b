import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A fresh data folder; passable, because PostgreSQL runs as another account when the tests run as root. */
export function temporaryHome(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), "readiness-"));
  chmodSync(folder, 0o711);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
