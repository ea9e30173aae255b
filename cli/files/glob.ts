import type { Dirent } from "node:fs";
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
  if (!isPattern(absoluteOf(io, pattern))) await requireFile(resolve(io.cwd, pattern), pattern);
  const found = await matchingFiles(io, pattern);
  if (found.length === 0) throw badInput(`${pattern}: no file matches`);
  return found;
}

/** The same where no file at all is an answer too. Bad input only when a folder may not be read. */
export async function matchingFiles(io: Io, pattern: string): Promise<string[]> {
  const parts = absoluteOf(io, pattern).split("/");
  const fixed = parts.findIndex(isPattern);
  if (fixed === -1) return (await isFile(parts.join("/"))) ? [nameOf(io, parts.join("/"))] : [];
  const root = parts.slice(0, fixed).join("/") || "/";
  const matches = new RegExp(`^${toExpression(parts.slice(fixed))}$`);
  const found: string[] = [];
  await walk(root, "", parts.includes("**") ? Number.POSITIVE_INFINITY : parts.length - fixed, (path) => {
    if (matches.test(path)) found.push(nameOf(io, join(root, path)));
  });
  return found.sort();
}

const absoluteOf = (io: Io, pattern: string): string => resolve(io.cwd, pattern).split(sep).join("/");

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
  for (const entry of await entriesOf(join(root, folder))) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (depth > 1) await walk(root, path, depth - 1, visit);
    } else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(join(root, path))))) {
      visit(path);
    }
  }
}

/** A folder that is not there, or no longer, holds nothing; one that may not be read might hold anything. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw unreadable(error, folder);
  }
}

async function isFile(absolute: string): Promise<boolean> {
  return stat(absolute).then(
    (target) => target.isFile(),
    () => false,
  );
}
