import { spawnSync } from "node:child_process";
import { findBrowser } from "@/e2e/browser";
import { nodeProgram, projectFolder } from "./project";

const downloadLimitMs = 300_000;

/** Makes sure that the end-to-end tests have a Chromium, installing one where there is none. */
export function ensureBrowser(detail: (text: string) => void): void {
  const found = findBrowser() ?? download(detail) ?? installPackage(detail);
  if (!found) {
    throw new Error(
      "No Chromium, and none could be installed. Install Chromium or Google Chrome, or name one in CHROMIUM_PATH.",
    );
  }
  detail(found);
}

function download(detail: (text: string) => void): string | undefined {
  const program = nodeProgram("node_modules/playwright/cli.js", "install", "chromium");
  if (!succeeds(program, downloadLimitMs)) return undefined;
  detail("downloaded by Playwright");
  return findBrowser();
}

/** Where Playwright's download cannot be reached, the distribution's own package often can. */
function installPackage(detail: (text: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || !succeeds(["apt-get", "--version"], 10_000)) return undefined;
  succeeds(["apt-get", "update"], downloadLimitMs);
  const install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-liberation"];
  if (!succeeds(install, downloadLimitMs)) return undefined;
  detail("installed with apt");
  return findBrowser();
}

function succeeds([program = "", ...args]: string[], timeout: number): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };
  return spawnSync(program, args, { cwd: projectFolder, env, timeout, stdio: "ignore" }).status === 0;
}
