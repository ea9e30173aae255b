import { isAbsolute, relative, sep } from "node:path";
import type { Io } from "../../io";

/** A test's file as the working folder sees it, so that it is called the same on every machine. */
export function testFile(io: Io, file: string | undefined): string | undefined {
  if (!file || !isAbsolute(file)) return file || undefined;
  const inside = relative(io.cwd, file);
  return inside === "" || inside.startsWith("..") || isAbsolute(inside) ? file : inside.split(sep).join("/");
}
