import { expect, test } from "./fixtures";
import { sampleSignIn } from "./support/stage";

test("who wrote a release may not sign it, and is told so", async ({ api, onRelease, candidate }) => {
  const { id } = await candidate({ author: "mei" });
  const release = await onRelease("mei", id);
  await expect(release.signPanel).toContainText("You authored this release");
  await expect(release.decisionButton("Approve")).toBeDisabled();
  await expect(release.decisionButton("Reject")).toBeDisabled();
  await expect(release.signPanel.getByLabel("Password")).toHaveCount(0);
  await expect(release.waitingOn).not.toContainText(sampleSignIn("mei").name);
  await expect(release.waitingOn).toContainText(sampleSignIn("ines").name);
  expect(await api.failingChecks(id)).toEqual(["approvals.complete"]);
});

test("who holds no signing role sees who does", async ({ onRelease, candidate }) => {
  const { id } = await candidate();
  const release = await onRelease("hanna", id);
  await expect(release.decisionButton("Approve")).toBeDisabled();
  await expect(release.signPanel).toContainText("change-board");
  await expect(release.waitingOn).toContainText(sampleSignIn("priya").name);
});
