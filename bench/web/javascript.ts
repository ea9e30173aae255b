import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserStage } from "@/lib/launch/browser-stage";
import { projectFolder } from "@/lib/launch/project";
import type { Route } from "./routes";

const LIMIT_KB = 45;
const kB = (bytes: number) => (bytes / 1000).toFixed(1);

/** Gzipped bytes that every page of the framework loads, whatever is on it. */
function frameworkBytes(): { files: Set<string>; bytes: number } {
  const built = path.join(projectFolder, ".next");
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(built, "build-manifest.json"), "utf8")) as {
    rootMainFiles: string[];
  };
  const bytes = rootMainFiles.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(built, file))).length, 0);
  return { files: new Set(rootMainFiles.map((file) => path.basename(file))), bytes };
}

/** Prints how much JavaScript each route loads, with an empty cache, above the framework's own. */
export async function reportJavaScript({ baseUrl, browser, context }: BrowserStage, routes: readonly Route[]) {
  const framework = frameworkBytes();
  console.log(`\nJavaScript, gzipped: the framework's own ${kB(framework.bytes)} kB; above it, with an empty cache:`);
  const storageState = await context.storageState();
  for (const { name, path: route } of routes) {
    const fresh = await browser.newContext({ baseURL: baseUrl, storageState });
    const page = await fresh.newPage();
    const sizes = new Map<string, number>();
    page.on("response", async (response) => {
      const file = path.basename(new URL(response.url()).pathname);
      if (file.endsWith(".js") && !framework.files.has(file)) sizes.set(file, gzipSync(await response.body()).length);
    });
    const html = (await (await page.goto(route))?.text()) ?? "";
    await page.waitForLoadState("networkidle");
    // What the document names is loaded before the page is alive; the rest once there is nothing better to do.
    const [first, later] = [true, false].map((isNamed) =>
      [...sizes].filter(([file]) => html.includes(file) === isNamed),
    );
    const [bytes, lazy] = [sum(first), sum(later)];
    const word = bytes <= LIMIT_KB * 1000 ? "within" : "NOT WITHIN";
    console.log(`${name.padEnd(16)} ${kB(bytes).padStart(6)} kB | lazily ${kB(lazy)} kB | ${word} ${LIMIT_KB} kB`);
    await fresh.close();
  }
}

const sum = (sizes: [string, number][] = []): number => sizes.reduce((total, [, bytes]) => total + bytes, 0);
