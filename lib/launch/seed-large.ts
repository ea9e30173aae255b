import { existsSync } from "node:fs";
import { connect, disconnect } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { seedLarge } from "@/db/seed/large/large";
import { parseEnv } from "@/lib/env";
import { removeLargeSample } from "@/lib/registry/tenant/remove-sample";
import { analyse } from "./analyse";
import { runMain, step } from "./console";
import { type LaunchDatabase, openDatabase } from "./database";
import { type LargeSeedOptions, parseLargeOptions } from "./large-options";
import { type Lifetime, runForLifetime } from "./lifetime";
import { projectFolder } from "./project";

/** Works beside a running server and without one, like the removal of the sample. */
async function run(options: LargeSeedOptions, lifetime: Lifetime): Promise<number> {
  const database = await openDatabase(parseEnv(process.env), lifetime);
  await migrateDatabase(database.ownerUrl);
  await connect(database.appUrl);
  try {
    return await (options.remove ? remove() : fill(options, database));
  } finally {
    await disconnect();
  }
}

async function remove(): Promise<number> {
  const { removed } = await step("Removing the large sample", () => removeLargeSample());
  console.log(removed ? "The large sample is removed, with all of its records." : "There is no large sample.");
  return 0;
}

async function fill(options: LargeSeedOptions, database: LaunchDatabase): Promise<number> {
  const sample = await step(`Writing ${options.releases} releases`, (_, progress) =>
    seedLarge({ ...options, now: new Date(), log: progress, analyse: () => analyse(database.ownerUrl) }),
  );
  console.log(`The tenant "Large sample" is there. Sign in as ${sample.email} with ${sample.password}.`);
  console.log("The people of the sample are members too. Remove it with: npm run seed:large -- --remove");
  return 0;
}

await runMain(async () => {
  process.chdir(projectFolder);
  if (existsSync(".env")) process.loadEnvFile(".env");
  const options = parseLargeOptions(process.argv.slice(2));
  return runForLifetime((lifetime) => run(options, lifetime));
});
