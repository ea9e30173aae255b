import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folders = ["app", "components", "lib", "db", "cli", "public"];
const notBuilt = /^(lib\/(launch|testing)|db\/embedded|cli\/dist)\/|\.test\.tsx?$|\.tsbuildinfo$/;
const rootFile = /\.(ts|mjs|js|json)$/;
const rootNotBuilt = new Set(["next-env.d.ts", "vitest.config.ts", "drizzle.config.ts", "biome.json"]);

/** SHA-256 over names and contents of every file that the build reads, tracked by git or not. */
export function sourceHash(project: string): string {
  const hash = createHash("sha256");
  for (const file of sourceFiles(project)) {
    const content = readFileSync(path.join(project, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function sourceFiles(project: string): string[] {
  const atRoot = readdirSync(project, { withFileTypes: true })
    .filter((entry) => entry.isFile() && rootFile.test(entry.name) && !rootNotBuilt.has(entry.name))
    .map((entry) => entry.name);
  const inFolders = folders.flatMap((folder) => filesBelow(project, folder));
  return [...atRoot, ...inFolders].filter((file) => !notBuilt.test(file)).sort();
}

function filesBelow(project: string, folder: string): string[] {
  const root = path.join(project, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(project, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}
