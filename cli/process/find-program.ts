import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";

export type Place = { cwd: string; env: Readonly<Record<string, string | undefined>> };

/** Why a program cannot be started from there, in words; null when it can. */
export async function startFault(name: string, { cwd, env }: Place): Promise<string | null> {
  if (!(await isFolder(cwd))) return `its working folder ${cwd} does not exist`;
  if (name === "") return "the command is empty";
  if (name.includes("/")) return programFault(name, resolve(cwd, name));
  const folders = (env.PATH ?? "").split(delimiter);
  for (const folder of folders) {
    if ((await programFault(name, resolve(cwd, join(folder, name)))) === null) return null;
  }
  return `the program ${name} is not installed, or not on the PATH`;
}

async function programFault(name: string, absolute: string): Promise<string | null> {
  try {
    if (!(await stat(absolute)).isFile()) return `${name} is not a program`;
  } catch {
    return `the program ${name} does not exist`;
  }
  const mayRun = await access(absolute, constants.X_OK).then(
    () => true,
    () => false,
  );
  return mayRun ? null : `${name} is not executable`;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
