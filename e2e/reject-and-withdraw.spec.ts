import { expect, test } from "./fixtures";
import { APPROVERS, approveAs } from "./support/approve";

test("a rejection blocks until its signer withdraws it", async ({ api, onRelease, candidate }) => {
  const release = await candidate();
  const others = APPROVERS.filter(({ who }) => who !== "priya");
  await approveAs(release, release.digest, others);
  const page = await onRelease("priya", release.id);

  await test.step("rejecting asks for a reason", async () => {
    await page.fillSignature();
    await page.decisionButton("Reject").click();
    await expect(page.signPanel.getByText("say why you reject")).toBeVisible();
  });
  await test.step("the rejection stands, with its reason", async () => {
    await page.sign({ decision: "Reject", comment: "The rollback step names a version that is gone." });
    await page.expectVerdict("NO-GO");
    await expect(page.waitingOn).toContainText("The rollback step names a version that is gone.");
    expect(await api.failingChecks(release.id)).toEqual(["approvals.complete"]);
  });
  await test.step("withdrawn, and approved instead, it lets the release through", async () => {
    await page.withdraw("It is in the archive under its old name.");
    await page.sign();
    await page.expectVerdict("GO");
    expect(await api.verdictOf(release.id)).toBe("approve");
  });
  await expect(page.page.locator("#signatures").getByText("It is in the archive under its old name.")).toBeVisible();
});

test("an approval that is withdrawn no longer counts", async ({ api, onRelease, candidate }) => {
  const release = await candidate();
  await approveAs(release, release.digest);
  expect(await api.verdictOf(release.id)).toBe("approve");
  const page = await onRelease("tomas", release.id);
  await page.withdraw("Signed before the summary was out.");
  await page.expectVerdict("NO-GO");
  expect(await api.failingChecks(release.id)).toEqual(["approvals.complete"]);
});
