import { mkdirSync } from "node:fs";
import path from "node:path";
import type { BrowserContext } from "@playwright/test";
import { visit } from "@/e2e/support/visit";
import { type BrowserStage, newContext, openBrowserStage } from "./browser-stage";
import { runMain, step } from "./console";
import { runForLifetime } from "./lifetime";
import { projectFolder } from "./project";

type Shot = {
  name: string;
  /** Where it is, or the list whose first record it is. */
  at: string | { firstOf: string };
  height: number;
  theme?: "dark";
  width?: number;
};

const IMAGES = path.join(projectFolder, "docs", "images");
const WIDTH = 1280;

/** The pictures of README and guides, in the order in which they are taken. */
const SHOTS: Shot[] = [
  { name: "overview", at: "/", height: 900 },
  { name: "readiness", at: "/readiness", height: 1100 },
  { name: "release", at: { firstOf: "/releases?service=mapping" }, height: 1000 },
  { name: "release-phone", at: { firstOf: "/releases?service=mapping" }, height: 780, width: 390, theme: "dark" },
  { name: "incident", at: { firstOf: "/incidents?state=open" }, height: 1000 },
];

/** Takes them anew from the sample data. What they show follows the clock, as the sample does. */
async function take({ browser, context, baseUrl }: BrowserStage): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  const storageState = await context.storageState();
  for (const { name, at, height, width = WIDTH, theme = "light" } of SHOTS) {
    const viewport = { width, height };
    const look = await newContext(browser, { baseURL: baseUrl, storageState, viewport, colorScheme: theme });
    const page = await look.newPage();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await visit(page, typeof at === "string" ? at : await firstOf(context, at.firstOf));
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
    await look.close();
  }
}

async function firstOf(context: BrowserContext, list: string): Promise<string> {
  const page = await context.newPage();
  await visit(page, list);
  const [base = ""] = list.split("?");
  const href = await page.locator(`main table a[href^="${base}/"]`).first().getAttribute("href");
  await page.close();
  if (!href) throw new Error(`The sample has nothing at ${list}.`);
  return href;
}

await runMain(() =>
  runForLifetime(async (lifetime) => {
    const stage = await openBrowserStage(lifetime, "screenshots-server.log");
    await step(`Taking ${SHOTS.length} pictures`, () => take(stage));
    return 0;
  }),
);
