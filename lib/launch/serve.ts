import path from "node:path";
import type { GuardedProcess } from "@/db/embedded/guarded-process";
import { secretFile } from "@/db/embedded/secret-file";
import type { Env } from "@/lib/env";
import { step } from "./console";
import { type LaunchDatabase, openEmbedded } from "./database";
import type { Lifetime } from "./lifetime";
import { createRestartBudget } from "./restart-budget";
import { startWebServer } from "./web-server";

export interface Serving {
  database: LaunchDatabase;
  env: Env;
  port: number;
  dev: boolean;
}

/** Serves until the end is requested. A web server or embedded database that ends by itself is started again. */
export async function serve(serving: Serving, lifetime: Lifetime): Promise<number> {
  const mayRestart = createRestartBudget();
  let { database } = serving;
  let web = await startWeb(serving, database, lifetime);
  const url = serving.env.NEXTAUTH_URL ?? `http://localhost:${serving.port}`;
  console.log(`\nReadiness is ready: ${url}\nCtrl-C stops it.\n`);
  for (;;) {
    const ended = await Promise.race([databaseEnd(database), web.exited.then(() => "The web server" as const)]);
    if (lifetime.isEnding()) return 0;
    if (!mayRestart()) throw new Error(`${ended} keeps ending by itself. Giving up; see the messages above.`);
    console.log(`${ended} ended by itself; starting it again.`);
    const before = database.appUrl;
    if (ended === "The database") database = await openEmbedded(lifetime);
    if (database.appUrl === before && !web.hasExited()) continue;
    await web.stop();
    web = await startWeb(serving, database, lifetime);
  }
}

/** Never, for a server that is not ours to start. */
async function databaseEnd({ embedded }: LaunchDatabase): Promise<"The database"> {
  if (!embedded) return new Promise(() => {});
  await embedded.exited;
  return "The database";
}

async function startWeb(serving: Serving, database: LaunchDatabase, lifetime: Lifetime): Promise<GuardedProcess> {
  const { port, dev } = serving;
  const env = webEnvironment(serving, database);
  const web = await step("Starting the web server", () => startWebServer({ port, dev, env, lifetime }));
  return web;
}

/** The web server gets the address that can change rows, never the one that can change tables. */
export function webEnvironment({ env, port }: Serving, database: LaunchDatabase): NodeJS.ProcessEnv {
  const { DATABASE_MIGRATION_URL: _, DATABASE_DIRECT_URL: direct, ...inherited } = process.env;
  return {
    ...inherited,
    DATABASE_URL: database.appUrl,
    // Another way to the server that DATABASE_URL names, and not to the embedded one.
    ...(direct && !database.embedded ? { DATABASE_DIRECT_URL: direct } : {}),
    NEXTAUTH_SECRET: env.NEXTAUTH_SECRET ?? secretFile(path.join(database.home, "nextauth-secret")),
    NEXTAUTH_URL: env.NEXTAUTH_URL ?? `http://localhost:${port}`,
    PORT: String(port),
  } as NodeJS.ProcessEnv;
}
