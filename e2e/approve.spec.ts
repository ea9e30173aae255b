import { expect, test } from "./fixtures";
import { APPROVERS } from "./support/approve";
import { visit } from "./support/visit";

test("three people sign in the browser, the gate says GO, and production starts for exactly those artifacts", async ({
  api,
  onRelease,
  candidate,
}) => {
  const { id, artifacts } = await candidate();
  expect(await api.failingChecks(id)).toEqual(["approvals.complete"]);
  const early = await api.http.post(`/api/v1/releases/${id}/advance`, {
    data: { stage: "approval", status: "succeeded" },
  });
  expect(early.ok()).toBe(true);
  const start = { stage: "production", status: "running", artifacts };
  const unsigned = await api.http.post(`/api/v1/releases/${id}/advance`, { data: start });
  expect(unsigned.status()).toBe(409);

  for (const { who, role } of APPROVERS) {
    await test.step(`${who} signs as ${role}`, async () => {
      const release = await onRelease(who, id);
      await release.expectVerdict("NO-GO");
      await expect(release.waitingOn).toContainText(role);
      await release.sign({ comment: `Checked as ${role}.` });
    });
  }

  const release = await onRelease("hanna", id);
  await release.expectVerdict("GO");
  const { verdict, traceId } = await api.evaluate(id);
  expect(verdict.verdict).toBe("approve");
  expect(verdict.fixes).toEqual([]);
  expect(traceId).toMatch(/^[0-9a-f]{32}$/);
  await visit(release.page, `/releases/${id}/decisions/compare`);
  const changes = release.page.getByRole("table", { name: /^What changed/ });
  await expect(changes.getByRole("row", { name: /^Cleared Approvals/ })).toContainText("3 roles");
  await expect(changes.getByRole("row")).toHaveCount(2);
  const foreign = { ...start, artifacts: [...artifacts, `sha256:${"0".repeat(64)}`] };
  expect((await api.http.post(`/api/v1/releases/${id}/advance`, { data: foreign })).status()).toBe(409);
  expect(await api.advance(id, start)).toMatchObject({ stage: "production", status: "running" });
});

test("a wrong password signs nothing and keeps what was typed", async ({ api, onRelease, candidate }) => {
  const { id } = await candidate();
  const release = await onRelease("lukas", id);
  await release.fillSignature({ comment: "Looks good.", password: "not my password" });
  await release.decisionButton("Approve").click();
  await expect(release.signPanel.getByText("is wrong")).toBeVisible();
  await expect(release.signPanel.getByLabel("Comment")).toHaveValue("Looks good.");
  const { verdict } = await api.evaluate(id);
  expect(verdict.checks.find((check) => check.id === "approvals.complete")?.observed).toBe(0);
  await release.sign();
});
