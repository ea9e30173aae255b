import { expect, test } from "./fixtures";
import { newPerson } from "./support/registry";
import { sampleSignIn } from "./support/stage";
import { visit } from "./support/visit";

const REASON = "Payments are down; the fix cannot wait for the board.";

test("two people let a release past the gate, once, and it is shown as that and never as approved", async ({
  api,
  as,
  candidate,
  onRelease,
  registry,
}) => {
  const release = await candidate();
  await api.advance(release.id, { stage: "approval", status: "succeeded" });
  const ship = () => api.advance(release.id, { stage: "production", artifacts: release.artifacts });
  const rosa = await newPerson(registry, "Rosa Release", ["release-engineer"]);

  await test.step("one asks, and may not confirm it", async () => {
    const { page } = await onRelease(rosa, release.id);
    await page.getByRole("button", { name: "Break glass…" }).click();
    const dialog = page.getByRole("dialog", { name: "Break the glass?" });
    await dialog.getByLabel("Why it cannot wait").fill(REASON);
    await dialog.getByLabel("Your password").fill(rosa.password);
    await dialog.getByRole("button", { name: "Ask for break-glass" }).click();
    await expect(dialog).toBeHidden();
    const panel = page.getByRole("region", { name: "Break-glass" });
    await expect(panel).toContainText("a second person has to confirm it");
    await expect(panel.getByRole("button", { name: "Confirm break-glass" })).toHaveCount(0);
    await expect(ship()).rejects.toThrow("409");
  });

  await test.step("another confirms in a browser of their own", async () => {
    const { page } = await onRelease("priya", release.id);
    await page.getByRole("button", { name: "Confirm break-glass" }).click();
    const dialog = page.getByRole("dialog", { name: "Confirm break-glass?" });
    await dialog.getByLabel("Your password").fill(sampleSignIn("priya").password);
    await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("region", { name: "Break-glass" })).toContainText("The glass is broken");
  });

  await ship();
  expect(await api.release(release.id)).toMatchObject({ stage: "production", byBreakGlass: true, verdict: "reject" });

  const page = await as(rosa);
  await visit(page, `/releases/${release.id}`);
  const banner = page.getByRole("region", { name: "Break-glass" });
  await expect(banner).toContainText("Shipped by break-glass");
  await expect(banner).toContainText("Requested by Rosa Release, confirmed by");
  await expect(banner).toContainText(REASON);
  await banner.getByRole("link", { name: /Follow-up action item/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Explain and make good the break-glass release");
  await visit(page, `/releases?service=${release.service}`);
  const row = page.getByRole("row").filter({ hasText: release.version });
  await expect(row).toContainText("BREAK-GLASS");
  await expect(row.getByText("GO", { exact: true })).toHaveCount(0);
});
