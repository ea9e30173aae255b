import type { BrowserContext } from "@playwright/test";
import { visit } from "@/e2e/support/visit";

/** What a reader opens most; the address of a record is that of the first in its list. */
const PAGES = ["/", "/readiness", "/releases", "/scorecards", "/rehearsals", "/incidents", "/waivers", "/action-items"];
const RECORDS = ["/releases", "/incidents", "/scorecards"];

export type Route = { name: string; path: string };

export async function routesOf(context: BrowserContext): Promise<Route[]> {
  const page = await context.newPage();
  const records: Route[] = [];
  for (const list of RECORDS) {
    await visit(page, list);
    const links = page.locator(`main table a[href^="${list}/"]`);
    const path = await links.first().getAttribute("href");
    if (path) records.push({ name: `${list}/…`, path });
  }
  await page.close();
  return [...PAGES.map((path) => ({ name: path, path })), ...records];
}
