import { existsSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";

interface Link {
  source: string;
  target: string;
}

/** npm packages cannot hold symlinks, and the package's own install script may have been refused: make them here. */
export function makeLibraryLinks(native: string): void {
  for (const { source, target } of missingLinks(native)) {
    try {
      symlinkSync(path.basename(source), path.join(native, "..", target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

export function missingLinks(native: string): Link[] {
  const links = JSON.parse(readFileSync(path.join(native, "pg-symlinks.json"), "utf8")) as Link[];
  return links.filter(({ target }) => !existsSync(path.join(native, "..", target)));
}
