import { expect, type Page } from "@playwright/test";
import { PROVIDER_NAME } from "@/lib/testing/oidc-accounts";
import { visit } from "./visit";

/** The provider's own page, in whichever window it is: it asks who it is. */
export async function fillProvider(page: Page, login: string): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
}

export async function chooseProvider(page: Page): Promise<void> {
  await visit(page, "/sign-in");
  await page.getByRole("button", { name: `Sign in with ${PROVIDER_NAME}` }).click();
}

/** Confirms in the window that the form opens; `outcome` looks at what that window says before it closes. */
export async function confirmOn(page: Page, login: string, outcome?: (popup: Page) => Promise<void>): Promise<void> {
  const opened = page.waitForEvent("popup");
  await page.getByRole("button", { name: `Confirm with ${PROVIDER_NAME}` }).click();
  const popup = await opened;
  await fillProvider(popup, login);
  if (outcome) {
    await outcome(popup);
    await popup.close();
  } else {
    await expect(page.getByText("Confirmed. This lasts for two minutes.")).toBeVisible();
  }
}
