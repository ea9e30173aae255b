import { expect, type Page } from "@playwright/test";
import type { Account } from "./stage";
import { visit } from "./visit";

/** What an admin does under Settings, by the pages. */
export async function addServiceOn(page: Page, slug: string, name: string): Promise<void> {
  await visit(page, "/settings/services");
  await page.getByRole("button", { name: "Add a service" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a service" });
  await dialog.getByLabel("Short name").fill(slug);
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByLabel("Owning team").fill("platform");
  await dialog.getByRole("button", { name: "Add service" }).click();
  await expect(page.getByRole("row").filter({ hasText: slug })).toBeVisible();
}

export async function addPersonOn(page: Page, name: string, email: string, role: string): Promise<Account> {
  await visit(page, "/settings/people");
  await page.getByRole("button", { name: "Add a person" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a person" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByLabel("Signs in with").selectOption("password");
  await dialog.getByLabel(role, { exact: true }).check();
  await dialog.getByRole("button", { name: "Add person" }).click();
  const password = await dialog.getByText(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/).textContent();
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  return { name, email, password: password?.trim() ?? "" };
}

export async function createTokenOn(
  page: Page,
  name: string,
  verbs: readonly string[],
  password: string,
  service?: string,
): Promise<string> {
  await visit(page, "/settings/tokens");
  await page.getByRole("button", { name: "Create a token" }).click();
  const dialog = page.getByRole("dialog", { name: "Create an API token" });
  await dialog.getByLabel("Name").fill(name);
  for (const verb of verbs) await dialog.getByLabel(verb, { exact: true }).check();
  if (service) await dialog.getByLabel("Service").selectOption(service);
  await dialog.getByLabel("Your password").fill(password);
  await dialog.getByRole("button", { name: "Create token" }).click();
  const shown = await dialog.getByText(/^rdy_/).textContent();
  await dialog.getByRole("button", { name: "I have stored it" }).click();
  return shown?.trim() ?? "";
}
