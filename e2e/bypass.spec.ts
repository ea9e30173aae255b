import { expect, test } from "./fixtures";
import { ledgerEntriesAbout } from "./support/registry";
import { visit } from "./support/visit";

test("a deployment that nothing allowed is seen at once, and closed by a person's explanation alone", async ({
  api,
  as,
  candidate,
  registry,
}) => {
  const release = await candidate();
  const { service, environment, commit } = release;
  expect(await api.verdictOf(release.id)).toBe("reject");
  const told = { service, environment, commit, artifacts: release.artifacts, deployedBy: "kenji" };
  const deployedAt = new Date().toISOString();
  const report = { ...told, externalId: "rollout-1", state: "succeeded", deployedAt };
  const deployed = await api.reportDeployment(report);
  expect(deployed).toMatchObject({ match: "bypass", releaseId: null });

  const page = await as("priya");
  await visit(page, "/");
  await expect(page.getByText(/\d+ deployments? without approval/)).toBeVisible();
  await page.getByRole("link", { name: "Explain them" }).click();
  const row = page.getByRole("row").filter({ hasText: service });
  await expect(row).toContainText("Without approval");
  await visit(page, `/deployments/${deployed.id}`);
  const allowed = page.getByRole("region", { name: "What allowed it" });
  await expect(allowed).toContainText("the gate had not approved it (no-go)");

  await test.step("what explains nothing is refused, and what was typed stays", async () => {
    await page.getByLabel("Why it was deployed without approval").fill("A mistake.");
    await page.getByLabel("What was done about it").fill("The version before was put back within minutes.");
    await page.getByRole("button", { name: "Explain deployment" }).click();
    await expect(page.getByLabel("Why it was deployed without approval")).toHaveAttribute("aria-invalid", "true");
  });
  await page.getByLabel("Why it was deployed without approval").fill("The hotfix pipeline had no gate step yet.");
  await page.getByLabel("Open an action item for what is left to do").check();
  await page.getByRole("textbox", { name: "What is left to do" }).fill(`Add the gate step to ${service}`);
  await page.getByLabel("Owner").selectOption({ index: 1 });
  await page.getByLabel("Due", { exact: true }).fill("2099-12-31");
  await page.getByRole("button", { name: "Explain deployment" }).click();
  await expect(page.getByText("Without approval, explained")).toBeVisible();
  await expect(page.getByText("The hotfix pipeline had no gate step yet.").first()).toBeVisible();
  expect(await ledgerEntriesAbout(registry, deployed.id)).toBe(2);

  await test.step("reported again it stays explained", async () => {
    expect(await api.reportDeployment(report)).toMatchObject({ id: deployed.id, duplicate: true });
    await visit(page, `/deployments?service=${service}&finding=open`);
    await expect(page.getByText("Nothing matches")).toBeVisible();
  });
  await visit(page, `/action-items?service=${service}`);
  await expect(page.getByRole("link", { name: `Add the gate step to ${service}` })).toBeVisible();
});
