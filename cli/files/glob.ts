import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { badInput } from "../exit";
import type { Io } from "../io";
import { unreadable } from "./read";

/** `*`, `?` and `**` stand for others; brackets do not, because they are common in the names of built files. */
export const isPattern = (text: string): boolean => /[*?]/.test(text);

/**
 * Files that a path or pattern names, sorted, as paths relative to the working folder with forward slashes. A pattern
 * sees hidden files too and follows no symbolic links to folders. Bad input when nothing matches.
 */
export async function findFiles(io: Io, pattern: string): Promise<string[]> {
  const parts = resolve(io.cwd, pattern).split(sep).join("/").split("/");
  const fixed = parts.findIndex(isPattern);
  if (fixed === -1) {
    await requireFile(resolve(io.cwd, pattern), pattern);
    return [nameOf(io, resolve(io.cwd, pattern))];
  }
  const root = parts.slice(0, fixed).join("/") || "/";
  const matches = new RegExp(`^${toExpression(parts.slice(fixed))}$`);
  const found: string[] = [];
  await walk(root, "", parts.includes("**") ? Number.POSITIVE_INFINITY : parts.length - fixed, (path) => {
    if (matches.test(path)) found.push(nameOf(io, join(root, path)));
  });
  if (found.length === 0) throw badInput(`${pattern}: no file matches`);
  return found.sort();
}

async function requireFile(absolute: string, path: string): Promise<void> {
  try {
    if (!(await stat(absolute)).isFile()) throw badInput(`${path}: is not a file`);
  } catch (error) {
    throw unreadable(error, path);
  }
}

const nameOf = (io: Io, absolute: string): string => relative(io.cwd, absolute).split(sep).join("/");

/** Parts of a pattern as a regular expression over a path with forward slashes. */
function toExpression(parts: readonly string[]): string {
  return parts
    .map((part, index) => {
      const last = index === parts.length - 1;
      if (part === "**") return last ? ".+" : "(?:[^/]+/)*";
      const text = part
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll(/\*+/g, "[^/]*")
        .replaceAll("?", "[^/]");
      return last ? text : `${text}/`;
    })
    .join("");
}

async function walk(root: string, folder: string, depth: number, visit: (path: string) => void): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: unknown) => {
    throw unreadable(error, join(root, folder));
  });
  for (const entry of entries) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (depth > 1) await walk(root, path, depth - 1, visit);
    } else if (entry.isFile() || (entry.isSymbolicLink() && (await isLinkToFile(join(root, path))))) {
      visit(path);
    }
  }
}

async function isLinkToFile(absolute: string): Promise<boolean> {
  return stat(absolute).then(
    (target) => target.isFile(),
    () => false,
  );
}
