import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { approveAs } from "./support/approve";
import { rehearsal } from "./support/documents";
import { visit } from "./support/visit";

test("a failed rehearsal blocks until it is remediated and a later one passes", async ({
  api,
  onRelease,
  candidate,
}) => {
  const release = await candidate();
  await approveAs(release, release.digest);
  expect(await api.verdictOf(release.id)).toBe("approve");
  const drill = await api.recordRehearsal(rehearsal(release, "failed"));
  expect(await api.failingChecks(release.id)).toEqual(["rehearsal.fresh"]);
  const page = await onRelease("lukas", release.id);
  await page.expectVerdict("WAIVER NEEDED");
  const sre = page.page;

  await test.step("the remediation alone is not enough", async () => {
    await remediate(sre, drill.id);
    expect(await api.failingChecks(release.id)).toEqual(["rehearsal.fresh"]);
  });

  await test.step("a later rehearsal that passed, recorded on the page, clears it", async () => {
    await visit(sre, "/rehearsals/new");
    const local = (ms: number) => new Date(Date.now() - ms).toISOString().slice(0, 19);
    await sre.getByLabel("Service").selectOption(release.service);
    await sre.getByLabel("Environment").selectOption("production");
    await sre.getByLabel("Started (UTC)").fill(local(30_000));
    await sre.getByLabel("Finished (UTC)").fill(local(2_000));
    await sre.getByLabel("Rolled back from version").fill("2025.02.01");
    await sre.getByLabel("To version").fill("2025.01.01");
    await sre.getByLabel("Outcome").selectOption("passed");
    await sre.getByLabel("Participants").fill("Lukas Brandt\nAmara Diallo");
    await sre.getByRole("button", { name: "Record rehearsal" }).click();
    await expect(sre).toHaveURL(/\/rehearsals\/[0-9a-f-]{36}$/);
    expect(await api.verdictOf(release.id)).toBe("approve");
  });

  await test.step("the failed one says that it was mended and repeated, and the place is fresh", async () => {
    const repetition = new URL(sre.url()).pathname;
    await expect(sre.getByRole("region", { name: "Repeats" }).getByRole("link")).toHaveAttribute(
      "href",
      `/rehearsals/${drill.id}`,
    );
    await visit(sre, `/rehearsals/${drill.id}`);
    const chain = sre.getByRole("region", { name: "From failure to repetition" });
    await expect(chain.getByRole("listitem")).toContainText(["Failed", "Mended", "Repeated"]);
    await expect(chain.getByRole("link", { name: "2025.02.01" })).toHaveAttribute("href", repetition);
    await visit(sre, "/rehearsals");
    const freshness = sre.getByRole("table", { name: "Freshness of rollback rehearsals" });
    const row = freshness.getByRole("row").filter({ hasText: release.service });
    await expect(row.getByRole("cell").last()).toContainText(/Fresh.*due in 29 days/);
  });
});

test("a later rehearsal that passed is not enough while the failed one is not remediated", async ({
  api,
  as,
  candidate,
}) => {
  const release = await candidate();
  await approveAs(release, release.digest);
  const drill = await api.recordRehearsal(rehearsal(release, "failed", 60));
  await api.recordRehearsal(rehearsal(release, "passed", 5));
  expect(await api.failingChecks(release.id)).toEqual(["rehearsal.fresh"]);
  await remediate(await as("lukas"), drill.id);
  expect(await api.verdictOf(release.id)).toBe("approve");
});

test("the page of an executed drill says how each step ended and how long it took", async ({ api, as, candidate }) => {
  const document = rehearsal(await candidate(), "failed");
  const after = (minutes: number) => new Date(Date.parse(document.started_at) + minutes * 60_000).toISOString();
  const { finished_at } = document;
  const steps = [
    { name: "deploy", started_at: document.started_at, finished_at: after(10), outcome: "passed" },
    {
      name: "rollback",
      started_at: after(10),
      finished_at: after(12.5),
      outcome: "failed",
      detail: "exited with code 3",
    },
    { name: "verify", started_at: finished_at, finished_at, outcome: "not_run" },
  ];
  const { id } = await api.recordRehearsal({ ...document, steps });
  const page = await as("lukas");
  await visit(page, `/rehearsals/${id}`);
  const row = (name: string) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  await expect(row("Deploy")).toContainText(/Passed.*0 ms.*10 min/);
  await expect(row("Roll back")).toContainText(/Failed.*exited with code 3.*10 min.*2 min 30 s/);
  await expect(row("Verify")).toContainText("Not run");
});

async function remediate(page: Page, rehearsalId: string): Promise<void> {
  const remediation = "Both versions write the old format for one release.";
  await visit(page, `/rehearsals/${rehearsalId}`);
  await page.getByLabel("What was mended").fill(remediation);
  await page.getByRole("button", { name: "Record remediation" }).click();
  await expect(page.getByRole("region", { name: "From failure to repetition" })).toContainText(remediation);
  await expect(page.getByLabel("What was mended")).toHaveCount(0);
}
