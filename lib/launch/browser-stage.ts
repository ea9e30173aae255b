import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "@playwright/test";
import { freePort } from "@/db/embedded/free-port";
import { launchOptions } from "@/e2e/browser";
import { signInOn } from "@/e2e/support/sign-in";
import { buildWhenStale } from "./build";
import { step } from "./console";
import { ensureBrowser } from "./install-browser";
import type { Lifetime } from "./lifetime";
import { throwawayDatabase, throwawayServer } from "./throwaway";

/** The built product on its sample data, with somebody of the change board signed in. */
export type BrowserStage = {
  baseUrl: string;
  browser: Browser;
  /** Where another program reaches the same browser. */
  debugPort: number;
  context: BrowserContext;
};

export async function openBrowserStage(lifetime: Lifetime, log: string): Promise<BrowserStage> {
  await step("Looking for a browser", async (detail) => ensureBrowser(detail));
  await step("Building the application", (detail) => buildWhenStale(lifetime, detail));
  const stage = await step("Filling a throwaway database", () => throwawayDatabase(lifetime));
  const baseUrl = await step("Starting the web server", () => throwawayServer(stage, lifetime, log));
  const debugPort = await freePort();
  const options = launchOptions();
  const args = [...(options.args ?? []), `--remote-debugging-port=${debugPort}`];
  const browser = await chromium.launch({ ...options, args });
  lifetime.add(() => browser.close());
  const reader = stage.sample.people.find(({ roles }) => roles.includes("change-board"));
  if (!reader) throw new Error("The sample has nobody of the change board.");
  const context = await newContext(browser, { baseURL: baseUrl, viewport: { width: 1280, height: 900 } });
  await signInOn(await context.newPage(), reader);
  return { baseUrl, browser, debugPort, context };
}

/** A context whose pages take functions that tsx compiled: it names them with a helper, which they need there too. */
export async function newContext(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext(options);
  await context.addInitScript("globalThis.__name ??= (it) => it");
  return context;
}
