import { existsSync } from "node:fs";
import { migrateDatabase } from "@/db/migrate";
import { parseEnv } from "@/lib/env";
import { buildWhenStale } from "./build";
import { runMain, step } from "./console";
import { openDatabase } from "./database";
import { firstAdminOf } from "./first-admin";
import { firstRun } from "./first-run";
import { type Lifetime, runForLifetime } from "./lifetime";
import { parseOptions, type StartOptions } from "./options";
import { portUser } from "./port";
import { projectFolder } from "./project";
import { serve } from "./serve";

const defaultPort = 3000;

async function start(options: StartOptions, lifetime: Lifetime): Promise<number> {
  const env = parseEnv(process.env);
  const port = env.PORT ?? defaultPort;
  const user = await portUser(port);
  if (user === "readiness") {
    console.log(`Readiness already runs on http://localhost:${port}. Set PORT to start another one beside it.`);
    return 0;
  }
  if (user !== "nobody") throw new Error(`Port ${port} is taken by another program. Set PORT to a free one.`);
  const database = await step("Starting the database", (detail) => openDatabase(env, lifetime, detail));
  await step("Bringing the tables up to date", async (detail) => {
    const { applied } = await migrateDatabase(database.ownerUrl);
    detail(applied === 0 ? "nothing to do" : `${applied} migrations applied`);
  });
  if (!options.dev) {
    await step("Building the application", (detail) => buildWhenStale(lifetime, detail));
  }
  if (database.embedded) await firstRun(database.embedded, options.sample);
  else await firstAdminOf(database);
  return serve({ database, env, port, dev: options.dev }, lifetime);
}

await runMain(async () => {
  process.chdir(projectFolder);
  if (existsSync(".env")) process.loadEnvFile(".env");
  const options = parseOptions(process.argv.slice(2));
  return runForLifetime((lifetime) => start(options, lifetime));
});
