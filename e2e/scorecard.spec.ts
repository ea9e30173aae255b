import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";
import { otherTenant } from "./support/registry";
import { submitRuns } from "./support/runs";
import { visit } from "./support/visit";

const HISTORY = /\/scorecards\/tests\/[0-9a-f-]{36}$/;

test("a failed run shows what was asked, which test failed and why, and how the runs before it went", async ({
  api,
  as,
  registry,
}) => {
  const { failed } = await submitRuns(api, await registry.newService());
  const page = await as("ines");
  await visit(page, `/scorecards/${failed.id}`);

  await test.step("the suites and what the pipeline asked of them", async () => {
    const suites = page.getByRole("table", { name: "Suites of this run" });
    await expect(suites.getByRole("row", { name: /^security Not run unit failed before it/ })).toBeVisible();
    await expect(suites.getByRole("row", { name: /^unit Failed/ })).toContainText("95% interval 94.5–99.9% of 100");
    const asked = page.getByRole("table", { name: "The suites against the thresholds of the pipeline" });
    await expect(asked.getByRole("row").nth(1)).toHaveText(/unitSuccess rateViolated99%at least 99\.9%/);
    await expect(page.getByRole("table", { name: "Recorded failures of suites" })).toContainText("end-to-end tests");
  });

  await test.step("the failing test, with its log when it is unfolded", async () => {
    const failing = page.getByRole("region", { name: /^Failing tests/ });
    const log = failing.getByText("at queue.ts:7");
    await expect(log).toBeHidden();
    await failing.getByText("keeps the order of messages").click();
    await expect(log).toBeVisible();
    await expect(failing.getByText("[31m")).toHaveCount(0);
  });

  await test.step("the trend, as drawing and as table", async () => {
    const drawn = page.getByRole("img", { name: /^Duration of unit: / });
    await expect(drawn).toHaveAccessibleName(/10 s to 13 s over 4 runs, 12 s in this run, asked: 1 min/);
    await page.getByText("As a table").click();
    await expect(page.getByRole("table", { name: "Runs around this one, newest first" }).getByRole("row")).toHaveCount(
      5,
    );
  });

  await test.step("the document, byte for byte what the digest says", async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download JSON" }).click();
    const bytes = readFileSync(await (await download).path());
    expect(`sha256:${createHash("sha256").update(bytes).digest("hex")}`).toBe(failed.digest);
  });

  await page.getByRole("link", { name: "History of this test" }).click();
  await expect(page).toHaveURL(HISTORY);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("keeps the order of messages");
  await expect(page.getByText("One commit has passed and has failed")).toBeVisible();
});

test("a test that failed and passed for one commit is listed as flaky, exported, and leads back to its runs", async ({
  api,
  as,
  registry,
}) => {
  const service = await registry.newService();
  const { passed } = await submitRuns(api, service);
  const page = await as("ines");
  await visit(page, "/scorecards");
  await page.getByRole("link", { name: "Flaky tests" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Flaky tests");
  await page.getByLabel("Service").selectOption(service);
  await page.getByRole("button", { name: "Apply" }).click();
  const list = page.getByRole("table", { name: /^Flaky tests of the last 30 days/ });
  await expect(list.getByRole("row")).toHaveCount(2);
  const row = list.getByRole("row", { name: /keeps the order of messages/ });
  await expect(row).toContainText("1 of 4");
  await expect(row.getByRole("img")).toHaveAccessibleName("4 runs, oldest first: 2 passed, 1 failed, 1 passed");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export flaky tests as CSV" }).click();
  const lines = readFileSync(await (await download).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`,${service},unit,Queue,keeps the order of messages,queue.test.ts,0.25,`);

  await row.getByRole("link").click();
  await expect(page).toHaveURL(HISTORY);
  const runs = page.getByRole("table", { name: "Runs of this test, newest first" });
  await expect(runs.getByRole("row", { name: /passed and failed/ })).toHaveCount(2);
  await runs.getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(`/scorecards/${passed.id}$`));
});

test("another tenant's scorecard document and test history are not there", async ({ api, as, registry }) => {
  const { failed } = await submitRuns(api, await registry.newService());
  const mine = await as("ines");
  await visit(mine, `/scorecards/${failed.id}`);
  const history = (await mine.locator('a[href^="/scorecards/tests/"]').first().getAttribute("href")) ?? "";
  for (const path of [`/scorecards/${failed.id}/document`, history]) {
    expect((await mine.request.get(path)).status(), path).toBe(200);
  }
  const { credentials } = await otherTenant();
  const theirs = await as(credentials);
  for (const path of [`/scorecards/${failed.id}/document`, history]) {
    expect((await theirs.request.get(path)).status(), path).toBe(404);
  }
});
