import { closeSync, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { connect, disconnect } from "@/db/client";
import { freePort } from "@/db/embedded/free-port";
import { type EmbeddedDatabase, startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { type Sample, seedSample } from "@/db/seed/sample";
import { parseEnv } from "@/lib/env";
import { temporaryHome } from "@/lib/testing/temporary-home";
import type { Lifetime } from "./lifetime";
import { projectFolder } from "./project";
import { webEnvironment } from "./serve";
import { startWebServer } from "./web-server";

export type Stage = { home: string; database: EmbeddedDatabase; sample: Sample };

/** A database with its tables and nobody in it, gone when the lifetime ends. */
export async function emptyDatabase(lifetime: Lifetime): Promise<Omit<Stage, "sample">> {
  const home = temporaryHome();
  lifetime.add(async () => home.remove());
  const database = await startEmbedded({ home: home.folder, settings: { fsync: "off" } });
  lifetime.add(database.stop);
  await migrateDatabase(database.ownerUrl);
  return { home: home.folder, database };
}

/** The same with the sample in it. */
export async function throwawayDatabase(lifetime: Lifetime): Promise<Stage> {
  const { home, database } = await emptyDatabase(lifetime);
  await connect(database.appUrl);
  const sample = await seedSample(database.appUrl, { now: new Date(), log: () => {} });
  await disconnect();
  return { home, database, sample };
}

/** Variables for a server that will have this address. */
type Extra = (baseUrl: string) => Promise<Record<string, string>>;

/** The built application on that database. Its own lines go to `reports/<log>`: between others nobody could read them. */
export async function throwawayServer(
  { database }: Stage,
  lifetime: Lifetime,
  log: string,
  extra: Extra = async () => ({}),
): Promise<string> {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const { DATABASE_URL: _, NEXTAUTH_URL: __, NEXTAUTH_SECRET: ___, ...rest } = process.env;
  const own = webEnvironment({ database, env: parseEnv(rest), port, dev: false }, database);
  const env = { ...own, ...(await extra(baseUrl)) };
  mkdirSync(path.join(projectFolder, "reports"), { recursive: true });
  const output = openSync(path.join(projectFolder, "reports", log), "w");
  lifetime.add(async () => closeSync(output));
  await startWebServer({ port, dev: false, env, lifetime, output });
  return baseUrl;
}
