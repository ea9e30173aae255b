import { relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Io } from "../../io";

/** Of more than one letter, unlike a drive. */
const ADDRESS = /^[a-z][a-z0-9+.-]+:/i;

/** A file as a scanner names it, relative to the working folder where it is within, so that every machine says the same. */
export function inProject(io: Io, name: string): string {
  const path = fromUri(name);
  if (ADDRESS.test(path)) return path;
  const within = relative(io.cwd, resolve(io.cwd, path)).split(sep).join("/");
  return within === "" || within.startsWith("../") || within === ".." ? path : within;
}

function fromUri(name: string): string {
  if (!name.startsWith("file://")) return decoded(name);
  try {
    return fileURLToPath(name);
  } catch {
    return name;
  }
}

function decoded(name: string): string {
  try {
    return name.includes("%") ? decodeURIComponent(name) : name;
  } catch {
    return name;
  }
}
