import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures";
import type { Api } from "./support/api";
import { COLOUR_RULES, violations } from "./support/axe";
import { submitRuns } from "./support/runs";
import { visit } from "./support/visit";

const WIDTHS = [1280, 360];
const SETTINGS = [
  "people",
  "sign-in",
  "tokens",
  "matrix",
  "training",
  "services",
  "incidents",
  "environments",
  "calendars",
  "metrics",
  "after-release",
  "integrations",
  "notifications",
  "policy",
].map((part) => `/settings/${part}`);

/** What every reader can open, in its ordinary state. */
const LISTS = [
  "/",
  "/readiness?period=365d",
  "/readiness?service=service-api&environment=production",
  "/readiness/first-evaluations",
  "/readiness/rehearsals",
  "/readiness/ready?period=2026-Q3",
  "/readiness/report",
  "/search?q=auditor",
  "/releases",
  "/scorecards",
  "/rehearsals",
  "/rehearsals/new",
  "/waivers",
  "/waivers?view=requests",
  "/calendar",
  "/deployments",
  "/incidents",
  "/incidents/analytics?period=365d",
  "/action-items",
  "/action-items?view=board",
  "/reviews",
  "/registry",
  "/delegations",
  "/preferences",
  "/docs/api",
];
/** Lists of which the first record is opened too. */
const WITH_RECORDS = [
  "/scorecards?service=service-api",
  "/rehearsals",
  "/waivers?view=all",
  "/waivers?view=requests",
  "/action-items?state=all",
  "/reviews",
  "/registry",
];

async function recordsOf(page: Page, api: Api, service: string): Promise<string[]> {
  const records: string[] = await evidenceOf(page, api, service);
  for (const list of WITH_RECORDS) {
    await visit(page, list);
    const [base] = list.split("?");
    const record = page.locator(`main a[href^="${base}/"]:not([href$="/new"], [href$="/tests"], [href*="/export"])`);
    records.push((await record.first().getAttribute("href")) ?? "");
  }
  const told = { service, environment: "production", externalId: "axe", state: "succeeded" };
  const deployed = await api.reportDeployment({ ...told, deployedAt: new Date().toISOString() });
  records.push(`/deployments/${deployed.id}`);
  const newest = ["service-api", "llm-runtime", "mapping", "scheduler"].map((service) => newestOf(api, service));
  const releases = (await Promise.all(newest)).map((id) => `/releases/${id}`);
  const pack = `${releases[1]}/evidence-pack`;
  const decisions = [pack, `${releases[0]}/decisions`, `${releases[0]}/decisions/compare`];
  return [...releases, ...decisions, ...(await incidentsOf(api)), ...records];
}

/** An incident that is open and one that is over, and a postmortem as a draft, published and archived. */
async function incidentsOf(api: Api): Promise<string[]> {
  const [open, resolved, published, closed] = await Promise.all(
    ["open&service=scheduler", "resolved", "published", "closed"].map((state) =>
      newest(api, `/api/v1/incidents?limit=1&state=${state}`),
    ),
  );
  const papers = [resolved, published, closed].map((id) => `/incidents/${id}/postmortem`);
  return [`/incidents/${open}`, `/incidents/${published}`, ...papers, `${papers[0]}?history=rootCause`];
}

/** A failed run with its failing test and trend, the flaky tests of its service, and the history of one. */
async function evidenceOf(page: Page, api: Api, service: string): Promise<string[]> {
  const { failed } = await submitRuns(api, service);
  const scorecard = `/scorecards/${failed.id}`;
  await visit(page, scorecard);
  const history = page.locator('main a[href^="/scorecards/tests/"]').first();
  return [scorecard, `/scorecards/tests?service=${service}`, (await history.getAttribute("href")) ?? ""];
}

const newestOf = (api: Api, service: string) => newest(api, `/api/v1/releases?service=${service}&limit=1`);

async function newest(api: Api, list: string): Promise<string> {
  const answer = await api.http.get(list);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  if (!items[0]) throw new Error(`The sample has nothing at ${list}.`);
  return items[0].id;
}

/** Sections of the API reference are made alike, and all of them take axe half a minute. */
const ALIKE: Record<string, string> = {
  "/docs/api": "main > section:nth-of-type(n + 4):not(#documents, #problems)",
};

/** At every width and in both themes no violation of WCAG 2.2 AA, and nothing that makes the whole page scroll sideways. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await violations(page, ALIKE[what]), `${what} at ${width} px`).toEqual([]);
    expect.soft(await page.evaluate(overflow), `${what} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
  }
  await wear(page, "dark");
  expect.soft(await violations(page, ALIKE[what], COLOUR_RULES), `${what} in the dark`).toEqual([]);
  await wear(page, "light");
}

const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** The theme follows the system, at once and without loading the page anew. */
async function wear(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveClass(new RegExp(`\\b${theme}\\b`));
}

async function judge(page: Page, path: string, status = 200): Promise<void> {
  await test.step(path, async () => {
    const answer = await visit(page, path);
    expect(answer?.status(), path).toBe(status);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, path);
  });
}

async function dressed(page: Page): Promise<Page> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return page;
}

test.describe.configure({ mode: "parallel", timeout: 300_000 });

test("every list is accessible", async ({ as }) => {
  const approver = await dressed(await as("ines"));
  for (const path of LISTS) await judge(approver, path);
});

test("one record of each kind is accessible, and a release of each verdict", async ({ as, api, registry }) => {
  const approver = await dressed(await as("ines"));
  for (const path of await recordsOf(approver, api, await registry.newService())) await judge(approver, path);
  await judge(approver, "/releases/no-such-release", 404);
});

test("settings and sign-in are accessible", async ({ as, page }) => {
  const admin = await dressed(await as("nora"));
  for (const path of SETTINGS) await judge(admin, path);
  await judge(await dressed(page), "/sign-in");
  await judge(page, "/confirm-identity/done?error=other-person");
});

test("dialogs are accessible", async ({ as, api }) => {
  const board = await dressed(await as("ines"));
  await visit(board, `/releases/${await newestOf(api, "mapping")}`);
  await board.getByRole("button", { name: "Waive" }).first().click();
  await expect(board.getByRole("dialog", { name: "Waive: Medium vulnerabilities" })).toBeVisible();
  await expectAccessible(board, "the waiver dialog");
  const admin = await dressed(await as("nora"));
  await visit(admin, "/settings/tokens");
  await admin.getByRole("button", { name: "Create a token" }).click();
  await expect(admin.getByRole("dialog", { name: "Create an API token" })).toBeVisible();
  await expectAccessible(admin, "the token dialog");
  await visit(admin, "/rehearsals");
  await admin.getByRole("button", { name: "Plan a session", exact: true }).click();
  await expect(admin.getByRole("dialog", { name: "Plan a rehearsal" })).toBeVisible();
  await expectAccessible(admin, "the planning dialog");
  await admin.keyboard.press("Control+k");
  await expect(admin.getByRole("dialog", { name: "Go to a page or do something" })).toBeVisible();
  await expectAccessible(admin, "the palette of commands");
  await visit(admin, "/rehearsals");
  await admin.keyboard.press("?");
  await expect(admin.getByRole("dialog", { name: /shortcuts/i })).toBeVisible();
  await expectAccessible(admin, "the list of shortcuts");
});

test("dialogs of incidents and reviews are accessible", async ({ as }) => {
  const onCall = await dressed(await as("priya"));
  await visit(onCall, "/incidents?declare=1");
  await expect(onCall.getByRole("dialog", { name: "Declare an incident" })).toBeVisible();
  await expectAccessible(onCall, "the dialog that declares");
  const board = await dressed(await as("ines"));
  await visit(board, "/reviews");
  await board.getByRole("table").getByRole("link").first().click();
  await board.getByRole("button", { name: "Sign off" }).click();
  await expect(board.getByRole("dialog", { name: /^Sign off/ })).toBeVisible();
  await expectAccessible(board, "the dialog that signs off");
});
