import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { spawnGuarded } from "@/db/embedded/guarded-process";
import { withMutex } from "@/db/embedded/mutex";
import type { Lifetime } from "./lifetime";
import { nodeProgram, projectFolder, typescriptProgram } from "./project";
import { sourceHash } from "./source-hash";

const hashFile = path.join(projectFolder, ".next", "readiness-build-hash");
const commandLineTool = path.join(projectFolder, "cli", "dist", "readiness.mjs");

/** Builds the web application and the command line tool unless the last build was of exactly these sources. */
export async function buildWhenStale(lifetime: Lifetime, detail: (text: string) => void): Promise<void> {
  const waiting = () => detail("waited for another start that was building");
  await withMutex(`build ${projectFolder}`, () => build(lifetime, detail), waiting);
}

async function build(lifetime: Lifetime, detail: (text: string) => void): Promise<void> {
  const hash = sourceHash(projectFolder);
  if (existsSync(commandLineTool) && builtHash() === hash) return detail("up to date");
  rmSync(hashFile, { force: true });
  await runQuietly(lifetime, typescriptProgram("cli/build.ts"));
  await runQuietly(lifetime, nodeProgram("node_modules/next/dist/bin/next", "build"));
  mkdirSync(path.dirname(hashFile), { recursive: true });
  writeFileSync(hashFile, `${hash}\n`);
}

function builtHash(): string | undefined {
  return existsSync(hashFile) ? readFileSync(hashFile, "utf8").trim() : undefined;
}

/** The program's output is shown only when it fails. */
async function runQuietly(lifetime: Lifetime, command: string[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "readiness-build-"));
  const log = path.join(folder, "output");
  const output = openSync(log, "w", 0o600);
  try {
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
    const program = spawnGuarded("server", command, { cwd: projectFolder, env, output });
    const forget = lifetime.add(program.stop);
    const code = await program.exited;
    forget();
    if (code !== 0) throw new Error(`${readFileSync(log, "utf8").trimEnd()}\n\nThe build failed (see above).`);
  } finally {
    closeSync(output);
    rmSync(folder, { recursive: true, force: true });
  }
}
