import { randomBytes } from "node:crypto";
import { expect, test } from "./fixtures";
import { addPersonOn, addServiceOn, createTokenOn } from "./support/settings";
import { fillSignIn } from "./support/sign-in";
import { baseUrl, sampleSignIn } from "./support/stage";
import { visit } from "./support/visit";

const unique = () => randomBytes(4).toString("hex");

test("a token made on the page does what it was allowed, nothing else, and ends when it is revoked", async ({
  as,
  playwright,
}) => {
  const admin = await as("nora");
  const slug = `made-${unique()}`;
  await addServiceOn(admin, slug, "Made on the page");
  const name = `pipeline ${unique()}`;
  const token = await createTokenOn(admin, name, ["release:create"], sampleSignIn("nora").password, slug);

  const extraHTTPHeaders = { authorization: `Bearer ${token}` };
  const http = await playwright.request.newContext({ baseURL: baseUrl(), extraHTTPHeaders });
  const release = { service: slug, environment: "staging", version: "1.0.0", commit: randomBytes(20).toString("hex") };
  const created = await http.post("/api/v1/releases", { data: release });
  expect(created.status(), await created.text()).toBe(201);
  const { id } = (await created.json()) as { id: string };
  expect((await http.post(`/api/v1/releases/${id}/gate`)).status()).toBe(403);
  expect((await http.post("/api/v1/releases", { data: { ...release, service: "cli" } })).status()).toBe(403);

  await test.step("revoke it", async () => {
    await admin
      .getByRole("row")
      .filter({ hasText: name })
      .getByRole("button", { name: `Revoke ${name}` })
      .click();
    const dialog = admin.getByRole("dialog", { name: `Revoke the token ${name}?` });
    await dialog.getByRole("button", { name: "Revoke token" }).click();
    await expect(admin.getByRole("row").filter({ hasText: name })).toContainText("Revoked");
  });
  expect((await http.post("/api/v1/releases", { data: { ...release, version: "1.0.1" } })).status()).toBe(401);
  await http.dispose();
});

test("a person added on the page signs in with the password shown once, and can do what the roles allow", async ({
  as,
  page,
}) => {
  const admin = await as("nora");
  const email = `${unique()}@journeys.example`;
  const added = await addPersonOn(admin, "Quentin Roux", email, "viewer");
  await expect(admin.getByRole("row").filter({ hasText: email })).toContainText("viewer");

  await visit(page, "/settings/tokens");
  await fillSignIn(page, added);
  await expect(page).toHaveURL(/\/settings\/tokens$/);
  await expect(page.getByText("You cannot see the tokens of this tenant")).toBeVisible();
  await visit(page, "/settings/people");
  await expect(page.getByRole("button", { name: "Add a person" })).toHaveCount(0);
});

test("an address that is a member already is refused at its field, and what was typed is kept", async ({ as }) => {
  const admin = await as("nora");
  await visit(admin, "/settings/people");
  await admin.getByRole("button", { name: "Add a person" }).click();
  const dialog = admin.getByRole("dialog", { name: "Add a person" });
  await dialog.getByLabel("Name").fill("Priya Again");
  await dialog.getByLabel("E-mail").fill(sampleSignIn("priya").email);
  await dialog.getByLabel("viewer").check();
  await dialog.getByRole("button", { name: "Add person" }).click();
  await expect(dialog.getByText("is a member already")).toBeVisible();
  await expect(dialog.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByLabel("Name")).toHaveValue("Priya Again");
});
