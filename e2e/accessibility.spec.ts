import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import type { Api } from "./support/api";
import { submitRuns } from "./support/runs";
import { visit } from "./support/visit";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const WIDTHS = [360, 1280];
const THEMES = ["light", "dark"] as const;
type Theme = (typeof THEMES)[number];
const SETTINGS = ["people", "tokens", "matrix", "services", "environments", "integrations", "policy"].map(
  (part) => `/settings/${part}`,
);

/** Every list, one record of each kind and a release of each verdict, as an approver sees them. */
async function screensOf(page: Page, api: Api, service: string): Promise<string[]> {
  const lists = ["/", "/releases", "/scorecards", "/rehearsals", "/rehearsals/new", "/waivers", "/registry"];
  const records: string[] = await evidenceOf(page, api, service);
  for (const list of ["/scorecards?service=service-api", "/rehearsals", "/waivers?view=all", "/registry"]) {
    await visit(page, list);
    const [base] = list.split("?");
    const record = page.locator(`main a[href^="${base}/"]:not([href$="/new"], [href$="/tests"])`).first();
    records.push((await record.getAttribute("href")) ?? "");
  }
  const newest = ["service-api", "llm-runtime", "mapping", "scheduler"].map((service) => newestOf(api, service));
  const releases = (await Promise.all(newest)).map((id) => `/releases/${id}`);
  return [...lists, ...releases, `${releases[0]}/decisions`, ...records, "/docs/api"];
}

/** A failed run with its failing test and trend, the flaky tests of its service, and the history of one. */
async function evidenceOf(page: Page, api: Api, service: string): Promise<string[]> {
  const { failed } = await submitRuns(api, service);
  const scorecard = `/scorecards/${failed.id}`;
  await visit(page, scorecard);
  const history = page.locator('main a[href^="/scorecards/tests/"]').first();
  return [scorecard, `/scorecards/tests?service=${service}`, (await history.getAttribute("href")) ?? ""];
}

async function newestOf(api: Api, service: string): Promise<string> {
  const list = await api.http.get(`/api/v1/releases?service=${service}&limit=1`);
  const { items } = (await list.json()) as { items: { id: string }[] };
  if (!items[0]) throw new Error(`The sample has no release of ${service}.`);
  return items[0].id;
}

/** Sections of the API reference are made alike, and all of them take axe half a minute. */
const ALIKE: Record<string, string> = {
  "/docs/api": "main > section:nth-of-type(n + 4):not(#documents, #problems)",
};

/** At every width no violation of WCAG 2.2 AA, and nothing that makes the whole page scroll sideways. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessibleNow(page, `${what} at ${width} px`, ALIKE[what]);
  }
}

async function expectAccessibleNow(page: Page, path: string, alike: string | undefined): Promise<void> {
  // There are no frames to gather results from, which would take a page of its own each time.
  const axe = new AxeBuilder({ page }).withTags(WCAG).setLegacyMode(true);
  const { violations } = await (alike ? axe.exclude(alike) : axe).analyze();
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

/** Opens one screen in the theme wanted, and judges it at every width. */
async function judge(page: Page, path: string, theme: Theme, status = 200): Promise<void> {
  await test.step(path, async () => {
    const answer = await visit(page, path);
    expect(answer?.status(), path).toBe(status);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("html")).toHaveClass(new RegExp(`\\b${theme}\\b`));
    await expectAccessible(page, path);
  });
}

async function dress(page: Page, theme: Theme): Promise<Page> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  return page;
}

test.describe.configure({ mode: "parallel", timeout: 300_000 });
// What axe finds says it all, and recording every page takes as long as judging it.
test.use({ trace: "off" });

for (const theme of THEMES) {
  test(`every screen is accessible in the ${theme} theme`, async ({ as, api, registry }) => {
    const approver = await dress(await as("ines"), theme);
    for (const path of await screensOf(approver, api, await registry.newService())) await judge(approver, path, theme);
    await judge(approver, "/releases/no-such-release", theme, 404);
  });

  test(`settings and sign-in are accessible in the ${theme} theme`, async ({ as, page }) => {
    const admin = await dress(await as("nora"), theme);
    for (const path of SETTINGS) await judge(admin, path, theme);
    await judge(await dress(page, theme), "/sign-in", theme);
  });

  test(`dialogs are accessible in the ${theme} theme`, async ({ as, api }) => {
    const board = await dress(await as("ines"), theme);
    await visit(board, `/releases/${await newestOf(api, "mapping")}`);
    await board.getByRole("button", { name: "Waive" }).first().click();
    await expect(board.getByRole("dialog", { name: "Waive: Medium vulnerabilities" })).toBeVisible();
    await expectAccessible(board, "the waiver dialog");
    const admin = await dress(await as("nora"), theme);
    await visit(admin, "/settings/tokens");
    await admin.getByRole("button", { name: "Create a token" }).click();
    await expect(admin.getByRole("dialog", { name: "Create an API token" })).toBeVisible();
    await expectAccessible(admin, "the token dialog");
  });
}
