import { expect, test } from "./fixtures";
import { sampleSignIn } from "./support/stage";
import { visit } from "./support/visit";

test("an incident is declared by keyboard, led and answered by several, and blocks releases until it is resolved", async ({
  api,
  as,
  candidate,
}) => {
  const release = await candidate();
  expect(await api.failingChecks(release.id)).not.toContain("incidents.open");
  const [rafael, priya] = [sampleSignIn("rafael").name, sampleSignIn("priya").name];
  const title = `Checkout of ${release.service} answers 500`;
  const commander = await as("rafael");

  await test.step("an address opens the form, and Enter declares", async () => {
    await visit(commander, "/incidents?declare=1");
    const dialog = commander.getByRole("dialog", { name: "Declare an incident" });
    await expect(dialog.getByLabel("What is wrong")).toBeFocused();
    await dialog.getByLabel("Service", { exact: true }).selectOption(release.service);
    await dialog.getByRole("radio", { name: /^Sev1/ }).check();
    await dialog.getByLabel("Impact").fill("Nobody can pay.");
    await dialog.getByLabel("What is wrong").fill(title);
    await commander.keyboard.press("Enter");
    await expect(commander).toHaveURL(/\/incidents\/[0-9a-f-]{36}$/);
    await expect(commander.getByRole("heading", { level: 1 })).toContainText(title);
    await expect(commander.getByText("Nobody can pay.").first()).toBeVisible();
  });
  const path = new URL(commander.url()).pathname;

  await commander.getByRole("button", { name: "Take command", exact: true }).click();
  await expect(commander.getByRole("region", { name: "Roles" })).toContainText(`${rafael} (you)`);

  const onCall = await as("priya");
  await test.step("another one acknowledges, and the commander sees it without loading anything", async () => {
    await visit(onCall, path);
    await onCall.getByRole("button", { name: "Acknowledge" }).click();
    await expect(onCall.getByText("Acknowledged", { exact: true }).first()).toBeVisible();
    const told = commander.getByRole("region", { name: "Told" });
    await expect(told.getByRole("listitem").filter({ hasText: priya })).toContainText("On it");
  });

  await commander.getByRole("button", { name: "Start mitigating" }).click();
  await expect(commander.getByText("Mitigating", { exact: true }).first()).toBeVisible();

  await test.step("the release page says which incident blocks it", async () => {
    expect(await api.failingChecks(release.id)).toContain("incidents.open");
    const blocked = commander.getByRole("region", { name: /^Blocked releases/ });
    await blocked.getByRole("link", { name: `${release.service} ${release.version}` }).click();
    await expect(commander.getByText("An open Sev1 blocks this release")).toBeVisible();
    await expect(commander.getByRole("link", { name: title }).first()).toBeVisible();
    await visit(commander, "/");
    await expect(commander.getByRole("link", { name: title }).first()).toBeVisible();
  });

  await onCall.getByRole("button", { name: "Resolve…" }).click();
  const resolving = onCall.getByRole("dialog");
  await resolving.getByLabel("What resolved it").fill("The version before is back in place.");
  await resolving.getByRole("button", { name: "Resolve", exact: true }).click();
  await expect(resolving).toBeHidden();
  await expect(onCall.getByText("Resolved", { exact: true }).first()).toBeVisible();
  expect(await api.failingChecks(release.id)).not.toContain("incidents.open");
});
