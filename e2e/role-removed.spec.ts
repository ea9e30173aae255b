import { expect, test } from "./fixtures";
import { newPerson } from "./support/registry";
import { visit } from "./support/visit";

test("a role taken away acts at once on a session that is open", async ({
  api,
  as,
  candidate,
  onRelease,
  registry,
}) => {
  const { id } = await candidate();
  // The role that is left may sign elsewhere, so that it is this release's roles that refuse.
  const owner = await newPerson(registry, "Olga Petrova", ["release-engineer", "product-owner"]);
  const page = await onRelease(owner, id);
  await page.fillSignature();
  // The page must not hear of the change by itself: what is tested is that the server refuses.
  await page.page.route(`**/api/v1/releases/${id}/gate`, (route) => route.abort());

  await test.step("an admin takes the role away on the settings page", async () => {
    const admin = await as("nora");
    await visit(admin, "/settings/people");
    await admin
      .getByRole("row")
      .filter({ hasText: owner.email })
      .getByRole("button", { name: "Roles of Olga Petrova" })
      .click();
    const dialog = admin.getByRole("dialog", { name: "Roles of Olga Petrova" });
    await dialog.getByLabel("product-owner").uncheck();
    await dialog.getByRole("button", { name: "Set roles" }).click();
    await expect(dialog).toBeHidden();
  });

  await page.decisionButton("Approve").click();
  await expect(page.signPanel).toContainText("You hold none of the roles that sign here");
  await expect(page.decisionButton("Approve")).toBeDisabled();
  const { verdict } = await api.evaluate(id);
  expect(verdict.checks.find((check) => check.id === "approvals.complete")?.observed).toBe(0);
});

test("a signature no longer counts once its signer has lost the role", async ({
  api,
  as,
  candidate,
  onRelease,
  registry,
}) => {
  const { id } = await candidate();
  const owner = await newPerson(registry, "Pavel Novak", ["viewer", "product-owner"]);
  const page = await onRelease(owner, id);
  await page.sign();
  const approvals = async () => {
    const { verdict } = await api.evaluate(id);
    return verdict.checks.find((check) => check.id === "approvals.complete")?.observed;
  };
  expect(await approvals()).toBe(1);
  const admin = await as("nora");
  await visit(admin, "/settings/people");
  const row = admin.getByRole("row").filter({ hasText: owner.email });
  await row.getByRole("button", { name: "Remove Pavel Novak" }).click();
  const dialog = admin.getByRole("dialog", { name: "Remove Pavel Novak from this tenant?" });
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(await approvals()).toBe(0);
});
