import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { catchMail } from "@/lib/testing/smtp-server";
import { buildWhenStale } from "./build";
import { runMain, step } from "./console";
import { identityProvider } from "./e2e-provider";
import { ensureBrowser } from "./install-browser";
import { type Lifetime, runForLifetime } from "./lifetime";
import { nodeProgram, projectFolder } from "./project";
import { ensurePythonTools } from "./python-tools";
import { type Stage, throwawayDatabase, throwawayServer } from "./throwaway";

type Run = { args: string[]; report: string };

function credentialsFile({ home, sample }: Stage): string {
  const file = path.join(home, "credentials.json");
  writeFileSync(file, JSON.stringify({ people: sample.people }), { mode: 0o600 });
  return file;
}

const mailFolder = ({ home }: Stage): string => path.join(home, "mail");

/** Catches what the application mails, for the tests to read; its own settings would reach real people. */
async function catchMails(stage: Stage, lifetime: Lifetime): Promise<void> {
  mkdirSync(mailFolder(stage));
  const catcher = await catchMail({ folder: mailFolder(stage) });
  lifetime.add(catcher.stop);
  process.env.SMTP_URL = catcher.url;
  process.env.MAIL_FROM = "Readiness <readiness@e2e.example>";
}

function runPlaywright(stage: Stage, baseUrl: string, { args, report }: Run, lifetime: Lifetime): Promise<number> {
  const program = nodeProgram("node_modules/@playwright/test/cli.js", "test", "--config", "e2e/playwright.config.ts");
  const [node = "", ...rest] = [...program, ...args];
  const env = {
    ...process.env,
    E2E_BASE_URL: baseUrl,
    E2E_REPORT: report,
    E2E_CREDENTIALS: credentialsFile(stage),
    E2E_OWNER_URL: stage.database.ownerUrl,
    E2E_APP_URL: stage.database.appUrl,
    E2E_MAIL_FOLDER: mailFolder(stage),
  };
  const child = spawn(node, rest, { cwd: projectFolder, env, stdio: "inherit" });
  const ended = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  const forget = lifetime.add(async () => child.kill("SIGTERM") && ended);
  return ended.finally(forget);
}

async function test(args: string[], lifetime: Lifetime): Promise<number> {
  await step("Looking for a browser", async (detail) => ensureBrowser(detail));
  process.env.E2E_PYTHON = await step("Looking for Python's tools", async (detail) => ensurePythonTools(detail));
  await step("Building the application", (detail) => buildWhenStale(lifetime, detail));
  const stage = await step("Filling a throwaway database", () => throwawayDatabase(lifetime));
  await catchMails(stage, lifetime);
  const baseUrl = await step("Starting the web server", () =>
    throwawayServer(stage, lifetime, "e2e-server.log", (address) => identityProvider(address, lifetime)),
  );
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
