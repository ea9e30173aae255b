import { expect, test } from "./fixtures";
import { ReleasePage } from "./pages/release-page";
import { APPROVERS, approveAs } from "./support/approve";
import { reviseManifest } from "./support/candidate";
import { sampleSignIn } from "./support/stage";

test("a new revision takes every signature's worth, and shows what changed since", async ({
  api,
  onRelease,
  candidate,
}) => {
  const release = await candidate();
  await approveAs(release, release.digest);
  expect(await api.verdictOf(release.id)).toBe("approve");
  await reviseManifest(api, release);
  const { verdict } = await api.evaluate(release.id);
  expect(verdict.verdict).toBe("reject");
  const approvals = verdict.checks.find((check) => check.id === "approvals.complete");
  expect(approvals).toMatchObject({ outcome: "missing", observed: 0 });
  const page = await onRelease("hanna", release.id);
  await page.expectVerdict("NO-GO");
  const difference = page.page.getByRole("row").filter({ hasText: "configuration_deltas" });
  await expect(difference.first()).toContainText("16");
  await expect(difference.first()).toContainText("12");
});

test("a page that shows an older manifest cannot sign; it shows the difference first", async ({
  api,
  as,
  candidate,
}) => {
  const release = await candidate();
  await approveAs(release, release.digest, APPROVERS.slice(1));
  const browser = await as("priya");
  // The page must not hear of the change by itself: what is tested is that the server refuses.
  await browser.route(`**/api/v1/releases/${release.id}/gate`, (route) => route.abort());
  const page = await new ReleasePage(browser, sampleSignIn("priya")).open(release.id);
  await page.fillSignature();
  const digest = await reviseManifest(api, release);
  await page.decisionButton("Approve").click();
  await expect(page.signPanel.getByText("The manifest changed since you opened this page").first()).toBeVisible();
  const difference = page.signPanel.getByRole("row").filter({ hasText: "configuration_deltas" });
  await expect(difference).toContainText("16");
  await expect(difference).toContainText("12");
  await expect(page.decisionButton("Approve")).toBeDisabled();
  const { verdict } = await api.evaluate(release.id);
  expect(verdict.checks.find((check) => check.id === "approvals.complete")?.observed).toBe(0);

  await page.signPanel.getByRole("button", { name: "I have read the difference" }).click();
  await page.sign();
  await approveAs(release, digest, APPROVERS.slice(1));
  expect(await api.verdictOf(release.id)).toBe("approve");
});
