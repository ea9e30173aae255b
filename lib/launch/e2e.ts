import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, writeFileSync } from "node:fs";
import path from "node:path";
import { connect, disconnect } from "@/db/client";
import { freePort } from "@/db/embedded/free-port";
import { type EmbeddedDatabase, startEmbedded } from "@/db/embedded/start";
import { migrateDatabase } from "@/db/migrate";
import { seedSample } from "@/db/seed/sample";
import { parseEnv } from "@/lib/env";
import { temporaryHome } from "@/lib/testing/temporary-home";
import { buildWhenStale } from "./build";
import { runMain, step } from "./console";
import { ensureBrowser } from "./install-browser";
import { type Lifetime, runForLifetime } from "./lifetime";
import { nodeProgram, projectFolder } from "./project";
import { webEnvironment } from "./serve";
import { startWebServer } from "./web-server";

interface Stage {
  database: EmbeddedDatabase;
  credentialsFile: string;
}

async function prepareDatabase(home: string, lifetime: Lifetime): Promise<Stage> {
  const database = await startEmbedded({ home, settings: { fsync: "off" } });
  lifetime.add(database.stop);
  await migrateDatabase(database.ownerUrl);
  await connect(database.appUrl);
  const { people } = await seedSample(database.appUrl, { now: new Date(), log: () => {} });
  await disconnect();
  const credentialsFile = path.join(home, "credentials.json");
  writeFileSync(credentialsFile, JSON.stringify({ people }), { mode: 0o600 });
  return { database, credentialsFile };
}

/** The server's own lines go to a file: between the tests' lines nobody could read either. */
async function startServer({ database }: Stage, lifetime: Lifetime): Promise<string> {
  const port = await freePort();
  const { DATABASE_URL: _, NEXTAUTH_URL: __, NEXTAUTH_SECRET: ___, ...rest } = process.env;
  const env = webEnvironment({ database, env: parseEnv(rest), port, dev: false }, database);
  mkdirSync(path.join(projectFolder, "reports"), { recursive: true });
  const output = openSync(path.join(projectFolder, "reports", "e2e-server.log"), "w");
  lifetime.add(async () => closeSync(output));
  await startWebServer({ port, dev: false, env, lifetime, output });
  return `http://localhost:${port}`;
}

type Run = { args: string[]; report: string };

function runPlaywright(stage: Stage, baseUrl: string, { args, report }: Run, lifetime: Lifetime): Promise<number> {
  const program = nodeProgram("node_modules/@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts");
  const [node = "", ...rest] = [...program, ...args];
  const env = {
    ...process.env,
    E2E_BASE_URL: baseUrl,
    E2E_REPORT: report,
    E2E_CREDENTIALS: stage.credentialsFile,
    E2E_OWNER_URL: stage.database.ownerUrl,
  };
  const child = spawn(node, rest, { cwd: projectFolder, env, stdio: "inherit" });
  const ended = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  const forget = lifetime.add(async () => child.kill("SIGTERM") && ended);
  return ended.finally(forget);
}

async function test(args: string[], lifetime: Lifetime): Promise<number> {
  await step("Looking for a browser", async (detail) => ensureBrowser(detail));
  await step("Building the application", (detail) => buildWhenStale(lifetime, detail));
  const home = temporaryHome();
  lifetime.add(async () => home.remove());
  const stage = await step("Filling a throwaway database", () => prepareDatabase(home.folder, lifetime));
  const baseUrl = await step("Starting the web server", () => startServer(stage, lifetime));
  const run = (each: Run) => runPlaywright(stage, baseUrl, each, lifetime);
  if (args.length > 0) return run({ args, report: "reports/e2e-selected.xml" });
  const journeys = await run({ args: ["--project", "chromium"], report: "reports/e2e.xml" });
  // The tour releases this project with the reports of the runs before it.
  return journeys || run({ args: ["--project", "tour"], report: "reports/tour.xml" });
}

await runMain(async () => {
  process.chdir(projectFolder);
  return runForLifetime((lifetime) => test(process.argv.slice(2), lifetime));
});
