import { expect, test } from "./fixtures";
import { makeCandidate } from "./support/candidate";
import { alsoMember, newPerson, otherTenant, serviceOf } from "./support/registry";
import { fillSignIn } from "./support/sign-in";
import { alive, visit } from "./support/visit";

test("somebody of two tenants switches between them and sees the records of one at a time", async ({
  api,
  as,
  registry,
}) => {
  const { admin, name } = await otherTenant();
  const theirService = await serviceOf(admin);
  const ourService = await registry.newService();
  const ours = await makeCandidate(api, ourService);
  const person = await newPerson(registry, "Dana Two", ["viewer"]);
  await alsoMember(admin, person, ["viewer"]);

  const page = await as(person);
  const switchTo = async (from: string, to: string) => {
    await page.getByRole("button", { name: `Tenant: ${from}` }).click();
    await page.getByRole("menuitemradio", { name: to }).click();
    await expect(page.getByRole("button", { name: `Tenant: ${to}` })).toBeVisible();
  };
  // Without a choice, a tenant of one's own comes before the sample.
  await visit(page, "/settings/services");
  await expect(page.getByText(theirService, { exact: true })).toBeVisible();
  await expect(page.getByText(ourService, { exact: true })).toHaveCount(0);
  expect((await visit(page, `/releases/${ours.id}`))?.status()).toBe(404);

  await visit(page, "/");
  await switchTo(name, "Sample: Meridian");
  await expect(page.getByRole("complementary", { name: "Sample data" })).toBeVisible();
  expect((await visit(page, `/releases/${ours.id}`))?.status()).toBe(200);
  await visit(page, "/settings/services");
  await expect(page.getByText(ourService, { exact: true })).toBeVisible();
  await expect(page.getByText(theirService, { exact: true })).toHaveCount(0);
});

test("the button removes a sample tenant with its people, after a question", async ({ page }) => {
  const { credentials } = await otherTenant(true);
  await visit(page, "/sign-in");
  await fillSignIn(page, credentials);
  await expect(page.getByRole("complementary", { name: "Sample data" })).toBeVisible();
  await alive(page);
  await page.getByRole("button", { name: "Remove sample data" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Remove the sample tenant?" });
  await dialog.getByRole("button", { name: "Remove sample data" }).click();
  await expect(page).toHaveURL(/sign-in/);
  await alive(page);
  await fillSignIn(page, credentials);
  await expect(page.getByRole("alert").filter({ hasText: "wrong" })).toBeVisible();
});

test("a tenant that is no sample has no such button, and says nothing of samples", async ({ as }) => {
  const { credentials } = await otherTenant();
  const page = await as(credentials);
  await visit(page, "/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove sample data" })).toHaveCount(0);
  await expect(page.getByRole("complementary", { name: "Sample data" })).toHaveCount(0);
});
