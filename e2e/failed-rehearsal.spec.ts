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
    await visit(sre, `/rehearsals/${drill.id}`);
    await sre.getByLabel("What was mended").fill("Both versions write the old format for one release.");
    await sre.getByRole("button", { name: "Record remediation" }).click();
    await expect(sre.getByText("Both versions write the old format for one release.")).toBeVisible();
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
