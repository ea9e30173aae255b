import type { Page } from "@playwright/test";
import { BOARD_GROUP, PROVIDER_NAME } from "@/lib/testing/oidc-accounts";
import { expect, test } from "./fixtures";
import { ReleasePage } from "./pages/release-page";
import { chooseProvider, confirmOn, fillProvider } from "./support/provider";
import { alive, visit } from "./support/visit";

test("the provider's groups let somebody in and sign, until an admin ends the session and takes the group's role", async ({
  api,
  as,
  candidate,
  page,
}) => {
  const { id } = await candidate();
  const admin = await as("nora");
  const approvals = async () => {
    const { verdict } = await api.evaluate(id);
    return verdict.checks.find((check) => check.id === "approvals.complete")?.observed;
  };

  await test.step("nobody comes in by a group that gives no role", async () => {
    await chooseProvider(page);
    await fillProvider(page, "olive");
    await expect(page.getByText(`You are in no group of ${PROVIDER_NAME} that has a role here.`)).toBeVisible();
  });

  await test.step("an admin gives the group a role", async () => {
    await visit(admin, "/settings/sign-in");
    await admin.getByRole("button", { name: "Add a group" }).click();
    const dialog = admin.getByRole("dialog", { name: "Give a group a role" });
    await dialog.getByLabel("Group").fill(BOARD_GROUP);
    await dialog.getByLabel("Role").selectOption("change-board");
    await dialog.getByRole("button", { name: "Give role" }).click();
    await expect(admin.getByRole("row").filter({ hasText: BOARD_GROUP })).toContainText("change-board");
  });

  const release = new ReleasePage(page, { name: "Olive Sun", email: "olive@sso.example", password: "" });
  await test.step("the same person comes in with it", async () => {
    // The provider still knows who it is, and does not ask again.
    await chooseProvider(page);
    await expect(page).not.toHaveURL(/sign-in/);
    await alive(page);
    await page.getByRole("button", { name: "Account: Olive Sun" }).click();
    await expect(page.getByRole("dialog", { name: "Your account" })).toContainText("change-board");
  });

  await test.step("signing takes a confirmation of the same person at the provider, and keeps what is typed", async () => {
    await release.open(id);
    await release.signPanel.getByLabel("Comment").fill("Looks good.");
    await release.signPanel.getByLabel("Your name").fill("Olive Sun");
    await release.decisionButton("Approve").click();
    await expect(release.signPanel.getByText("confirm that it is you")).toBeVisible();
    await confirmOn(page, "nils", async (popup) => {
      await expect(popup.getByText("is not the one signed in here. Nothing was confirmed.")).toBeVisible();
    });
    await confirmOn(page, "olive");
    await expect(release.signPanel.getByLabel("Comment")).toHaveValue("Looks good.");
    await release.decisionButton("Approve").click();
    await expect(release.signPanel.getByText("Approved", { exact: true })).toBeVisible();
    expect(await approvals()).toBe(1);
  });

  await test.step("an admin sees how the person signs in and signs them out: the next click is nobody's", async () => {
    const row = await personRow(admin);
    await expect(row).toContainText(`by group ${BOARD_GROUP}`);
    await expect(row).toContainText(PROVIDER_NAME);
    await row.getByRole("button", { name: "Account of Olive Sun" }).click();
    await admin.getByRole("button", { name: "Sign out Olive Sun" }).click();
    const dialog = admin.getByRole("dialog", { name: "Sign Olive Sun out everywhere?" });
    await dialog.getByRole("button", { name: "Sign out" }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("link", { name: "Releases" }).first().click();
    await expect(page).toHaveURL(/sign-in/);
  });

  await test.step("taking the role from the group acts at once, on the signature too", async () => {
    await chooseProvider(page);
    await expect(page).not.toHaveURL(/sign-in/);
    await visit(admin, "/settings/sign-in");
    await admin.getByRole("button", { name: `Remove change-board from ${BOARD_GROUP}` }).click();
    const dialog = admin.getByRole("dialog", { name: `Take change-board from the group ${BOARD_GROUP}?` });
    await dialog.getByRole("button", { name: "Take role" }).click();
    await expect(dialog).toBeHidden();
    expect(await approvals()).toBe(0);
    await visit(page, "/releases");
    await expect(page.getByText("You belong to no tenant. Ask an admin to add you.")).toBeVisible();
  });
});

async function personRow(admin: Page) {
  await visit(admin, "/settings/people?q=olive");
  return admin.getByRole("row").filter({ hasText: "olive@sso.example" });
}

test("somebody whose address the provider has not verified is refused in plain words", async ({ page }) => {
  await chooseProvider(page);
  await fillProvider(page, "umar");
  await expect(page.getByText(`${PROVIDER_NAME} has not verified your e-mail address.`)).toBeVisible();
});
