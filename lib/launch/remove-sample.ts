import { existsSync } from "node:fs";
import { connect, disconnect } from "@/db/client";
import { parseEnv } from "@/lib/env";
import { removeSample } from "@/lib/registry/tenant/remove-sample";
import { runMain } from "./console";
import { openDatabase } from "./database";
import { type Lifetime, runForLifetime } from "./lifetime";
import { projectFolder } from "./project";

/** Works beside a running server and without one: the embedded database is adopted or started for the while. */
async function remove(lifetime: Lifetime): Promise<number> {
  const database = await openDatabase(parseEnv(process.env), lifetime);
  await connect(database.appUrl);
  const { removed } = await removeSample();
  await disconnect();
  console.log(removed ? "The sample tenant is removed, with all of its records." : "There is no sample tenant.");
  return 0;
}

await runMain(async () => {
  process.chdir(projectFolder);
  if (existsSync(".env")) process.loadEnvFile(".env");
  return runForLifetime(remove);
});
