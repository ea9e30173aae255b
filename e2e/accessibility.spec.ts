import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import type { Api } from "./support/api";
import { visit } from "./support/visit";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDTHS = [1280, 360];
const SETTINGS = ["people", "tokens", "matrix", "services", "environments", "policy"];

/** Every screen: the lists, then one of each kind of record, and a release of each verdict. */
async function screensOf(page: Page, api: Api): Promise<string[]> {
  const lists = ["/", "/releases", "/scorecards", "/rehearsals", "/rehearsals/new", "/waivers", "/registry"];
  const settings = SETTINGS.map((part) => `/settings/${part}`);
  const found: string[] = [];
  for (const list of ["/scorecards", "/rehearsals", "/waivers?view=all", "/registry"]) {
    await visit(page, list);
    const [base] = list.split("?");
    const record = page.locator(`main a[href^="${base}/"]:not([href$="/new"])`).first();
    found.push((await record.getAttribute("href")) ?? list);
  }
  const releases = await Promise.all(
    ["service-api", "llm-runtime", "mapping", "scheduler"].map((service) => newestOf(api, service)),
  );
  return [...lists, ...releases, ...found, "/settings", ...settings, "/docs/api", "/releases/no-such-release"];
}

async function newestOf(api: Api, service: string): Promise<string> {
  const list = await api.http.get(`/api/v1/releases?service=${service}&limit=1`);
  const { items } = (await list.json()) as { items: { id: string }[] };
  return `/releases/${items[0]?.id}`;
}

/** No violation of WCAG 2.2 AA, and nothing that makes the whole page scroll sideways. */
async function expectAccessible(page: Page, path: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary })),
  );
  expect.soft(told, path).toEqual([]);
  const [content, view] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  expect.soft(content, `${path} scrolls sideways`).toBeLessThanOrEqual(view ?? 0);
}

test.describe.configure({ mode: "parallel" });

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of WIDTHS) {
    test(`every screen is accessible in the ${colorScheme} theme at ${width} px`, async ({ as, api }) => {
      test.setTimeout(240_000);
      const page = await as("ines");
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      for (const path of await screensOf(page, api)) {
        await test.step(path, async () => {
          await visit(page, path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectAccessible(page, path);
        });
      }
    });

    test(`signing in is accessible in the ${colorScheme} theme at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      await visit(page, "/sign-in");
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectAccessible(page, "/sign-in");
    });
  }
}
