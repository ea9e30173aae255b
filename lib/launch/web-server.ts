import { setTimeout as pause } from "node:timers/promises";
import { type GuardedProcess, spawnGuarded } from "@/db/embedded/guarded-process";
import type { Lifetime } from "./lifetime";
import { nodeProgram, projectFolder } from "./project";

export interface WebServerOptions {
  port: number;
  dev: boolean;
  env: NodeJS.ProcessEnv;
  lifetime: Lifetime;
  output?: number | "inherit";
}

const patienceMs = 120_000;

/** Starts Next on a port and waits until `/readyz` says that it can serve. */
export async function startWebServer({ port, dev, env, lifetime, output }: WebServerOptions): Promise<GuardedProcess> {
  const program = nodeProgram("node_modules/next/dist/bin/next", dev ? "dev" : "start", "-p", String(port));
  const server = spawnGuarded("server", program, {
    cwd: projectFolder,
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
    output: output ?? "inherit",
  });
  const forget = lifetime.add(server.stop);
  void server.exited.then(forget);
  try {
    await waitUntilReady(`http://127.0.0.1:${port}/readyz`, server);
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function waitUntilReady(url: string, server: GuardedProcess): Promise<void> {
  const deadline = performance.now() + patienceMs;
  let last = "no answer";
  while (performance.now() < deadline) {
    if (server.hasExited())
      throw new Error(`The web server ended before it was ready (exit code ${await server.exited}).`);
    last = await answer(url);
    if (last === "200") return;
    await pause(100);
  }
  throw new Error(`The web server did not become ready within ${patienceMs / 1000} s: ${last}.`);
}

async function answer(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    return response.status === 200 ? "200" : `${response.status} ${(await response.text()).slice(0, 300)}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
