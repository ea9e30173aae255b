import path from "node:path";

/** The folder of package.json. */
export const projectFolder = path.resolve(import.meta.dirname, "../..");

/** Command line of a Node program of the project, on the Node that runs this one. */
export function nodeProgram(file: string, ...args: string[]): string[] {
  return [process.execPath, path.join(projectFolder, file), ...args];
}

export function typescriptProgram(file: string, ...args: string[]): string[] {
  return [process.execPath, "--import", "tsx", path.join(projectFolder, file), ...args];
}
