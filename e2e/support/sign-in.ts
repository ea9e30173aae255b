import { expect, type Page } from "@playwright/test";
import { visit } from "./visit";

/** Signs in by the page, as everybody does. */
export async function signInOn(page: Page, person: { email: string; password: string }): Promise<void> {
  await visit(page, "/sign-in");
  await fillSignIn(page, person);
  await expect(page).not.toHaveURL(/sign-in/);
}

export async function fillSignIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
