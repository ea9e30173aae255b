import { mkdirSync } from "node:fs";
import { defaultHome, type EmbeddedDatabase, startEmbedded } from "@/db/embedded/start";
import type { Env } from "@/lib/env";
import type { Lifetime } from "./lifetime";

export interface LaunchDatabase {
  /** For migrations. */
  ownerUrl: string;
  /** For the web application. */
  appUrl: string;
  /** Folder for generated secrets. */
  home: string;
  embedded?: EmbeddedDatabase;
}

/** The server that DATABASE_URL names, else the embedded one. */
export async function openDatabase(
  env: Env,
  lifetime: Lifetime,
  detail: (text: string) => void = () => {},
): Promise<LaunchDatabase> {
  if (env.DATABASE_URL) {
    const home = defaultHome();
    mkdirSync(home, { recursive: true });
    detail(`using the server at ${new URL(env.DATABASE_URL).host}`);
    return { ownerUrl: env.DATABASE_MIGRATION_URL ?? env.DATABASE_URL, appUrl: env.DATABASE_URL, home };
  }
  return openEmbedded(lifetime, detail);
}

export async function openEmbedded(
  lifetime: Lifetime,
  detail: (text: string) => void = () => {},
): Promise<LaunchDatabase & { embedded: EmbeddedDatabase }> {
  const embedded = await startEmbedded({ log: detail });
  const forget = lifetime.add(embedded.stop);
  void embedded.exited.then(forget);
  detail(`${embedded.adopted ? "adopted the running server of" : "embedded PostgreSQL in"} ${embedded.home}`);
  return { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl, home: embedded.home, embedded };
}
