import type { Page } from "@playwright/test";
import { previousQuarter, quarterOf, quarterText } from "@/lib/core/review/quarter";
import { expect, test } from "./fixtures";
import { alsoMember, newPerson, otherTenant } from "./support/registry";
import { visit } from "./support/visit";

/** Of the sample, and of nobody else's journey: its numbers stand still. */
const SERVICE = "mapping";
const ENDED = quarterText(previousQuarter(quarterOf(new Date())));
const LABELS = [
  ...["Releases ready now", "Rehearsals fresh", "Postmortem items overdue", "Passed the gate at once"],
  "Change-failure rate",
];

/** A number of the strip: its text, what it is of, and where it leads. */
async function numberOf(page: Page, label: string) {
  const cell = page.locator("main dl > div").filter({ has: page.getByText(label, { exact: true }) });
  const link = cell.getByRole("link");
  const [text, href, all] = [await link.textContent(), await link.getAttribute("href"), await cell.textContent()];
  // "12 of 14 places" where it is a share; else the number itself.
  const counted = /(\d+) of \d+/.exec(all ?? "")?.[1] ?? (text === "no data" ? "0" : text);
  return { count: Number(counted), text, href: href ?? "" };
}

/** How many records the list at an address holds under its filters, by its own export. */
async function listed(page: Page, href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, "http://here.invalid");
  const answer = await page.request.get(`${pathname}/export?${searchParams}&format=json`);
  expect(answer.status(), href).toBe(200);
  return ((await answer.json()) as unknown[]).length;
}

test("a leader reads five numbers, each of which is the length of the list behind it, now and of a quarter that is over", async ({
  as,
}) => {
  const page = await as("mei");
  for (const period of ["365d", ENDED]) {
    await visit(page, `/readiness?service=${SERVICE}&period=${period}`);
    await expect(page.getByRole("heading", { level: 1, name: `Readiness of ${SERVICE}` })).toBeVisible();
    for (const label of period === "365d" ? LABELS : ["Releases ready at its end", ...LABELS.slice(1)]) {
      const { count, href } = await numberOf(page, label);
      expect(await listed(page, href), `${label} in ${period}: ${href}`).toBe(count);
    }
  }
  await page.getByText("Passed the gate at once", { exact: true }).first().locator("..").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "First evaluations" })).toBeVisible();
});

test("going down to a service and up again keeps the period, and the export holds the page's numbers", async ({
  as,
}) => {
  const page = await as("mei");
  await visit(page, "/readiness?period=30d");
  const trend = page.getByRole("region", { name: "Readiness trend" });
  await trend.getByRole("link", { name: SERVICE, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: `Readiness of ${SERVICE}` })).toBeVisible();
  await expect(page).toHaveURL(/service=mapping&period=30d/);

  const exported = page.getByRole("link", { name: "Export these numbers as JSON" });
  const answer = await page.request.get((await exported.getAttribute("href")) ?? "");
  const rows = (await answer.json()) as {
    section: string;
    measure: string;
    value: number | null;
    part: number | null;
  }[];
  for (const label of LABELS) {
    const row = rows.find(({ section, measure }) => section === "numbers" && measure === label);
    const { count, text } = await numberOf(page, label);
    expect([label, row?.part ?? row?.value ?? 0]).toEqual([label, count]);
    expect(row?.value === null, label).toBe(text === "no data");
  }
  await page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "All services" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Readiness", exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/readiness\?period=30d$/);
});

test("somebody of two tenants reads both side by side, and opens the other one by a button", async ({
  as,
  registry,
}) => {
  const { admin, name } = await otherTenant();
  const person = await newPerson(registry, "Dora Two", ["viewer"]);
  await alsoMember(admin, person, ["viewer"]);
  const page = await as(person);
  await visit(page, "/readiness?period=30d");
  const table = page.getByRole("table", { name: "The five numbers by tenant" });
  await expect(table.getByRole("row").filter({ hasText: name })).toContainText("open now");
  await table.getByRole("button", { name: "Open Sample: Meridian" }).click();
  await expect(page.getByRole("button", { name: "Tenant: Sample: Meridian" })).toBeVisible();
  await expect(page).toHaveURL(/\/readiness\?period=30d$/);
});
