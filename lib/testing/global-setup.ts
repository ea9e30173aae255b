import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { temporaryHome } from "./temporary-home";

declare module "vitest" {
  interface ProvidedContext {
    database: { ownerUrl: string; appUrl: string; template: string };
  }
}

const template = "template_readiness";
/** Nothing here outlives the run, so nothing needs to reach the disk. */
const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" };

/** One PostgreSQL server for the whole run, with one migrated database that the test files clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = temporaryHome();
  const server = await startEmbedded({ home: home.folder, database: template, settings });
  const teardown = async () => {
    await server.stop();
    home.remove();
  };
  try {
    await migrateDatabase(server.ownerUrl);
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide("database", { ownerUrl: server.ownerUrl, appUrl: server.appUrl, template });
  return teardown;
}
