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

async function remediate(page: Page, rehearsalId: string): Promise<void> {
  const remediation = "Both versions write the old format for one release.";
  await visit(page, `/rehearsals/${rehearsalId}`);
  await page.getByLabel("What was mended").fill(remediation);
  await page.getByRole("button", { name: "Record remediation" }).click();
  await expect(page.getByText(remediation)).toBeVisible();
  await expect(page.getByLabel("What was mended")).toHaveCount(0);
}
