import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** The Chromium to test with: CHROMIUM_PATH, else Playwright's own, else the system's. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!runs(named)) throw new Error(`CHROMIUM_PATH is ${named}, which does not run.`);
    return named;
  }
  return [chromium.executablePath(), ...systemNames.map(onPath)].find((file) => file !== undefined && runs(file));
}

export function launchOptions(): LaunchOptions {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No browser: run "npm run test:e2e", which installs one, or set CHROMIUM_PATH.');
  const asRoot = process.getuid?.() === 0;
  return { executablePath, args: asRoot ? ["--no-sandbox", ...quiet] : quiet };
}

/** A downloaded browser may lack system libraries, so it has to answer before it is chosen. */
function runs(file: string): boolean {
  return existsSync(file) && spawnSync(file, ["--version"], { timeout: 30_000 }).status === 0;
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}
