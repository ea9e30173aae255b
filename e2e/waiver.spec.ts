import { grantWaiver } from "@/lib/registry/waiver/grant";
import { expect, test } from "./fixtures";
import { approveAs } from "./support/approve";
import { actorOf, identified } from "./support/registry";
import { sampleSignIn } from "./support/stage";

const FINDING = "CVE-2026-99901";
const CHECK = "Medium vulnerabilities";

test("a waiver that is requested and granted by somebody else lets a check through, and stops when it expires", async ({
  api,
  onRelease,
  candidate,
}) => {
  const release = await candidate({ mediumFinding: FINDING });
  await approveAs(release, release.digest);
  expect(await api.verdictOf(release.id)).toBe("waiver_required");
  const author = await onRelease("kenji", release.id);
  await author.requestWaiver(CHECK, "Reached by operators only.");
  expect(await api.verdictOf(release.id)).toBe("waiver_required");
  const board = await onRelease("ines", release.id);
  await board.expectVerdict("WAIVER NEEDED");
  await board.grantRequested(CHECK, sampleSignIn("kenji").name);
  const request = board.page.getByRole("link", { name: `Requested by ${sampleSignIn("kenji").name}` });
  await expect(request).toBeVisible();
  const { verdict, decisionId } = await api.evaluate(release.id);
  expect(verdict.verdict).toBe("approve");
  const waived = verdict.checks.find((check) => check.id === "security.medium");
  expect(waived).toMatchObject({ outcome: "fail", waived: true });
  expect(await api.waiverStates(decisionId)).toEqual(["valid"]);

  // The form counts in days; replacing the waiver by one of seconds takes the command itself.
  const tomas = await actorOf(sampleSignIn("tomas"));
  await grantWaiver(identified(tomas), {
    scope: { releaseId: release.id },
    checkId: "security.medium",
    finding: FINDING,
    justification: "Until the fix is rolled out.",
    mitigation: "Watched.",
    expiresAt: new Date(Date.now() + 4_000).toISOString(),
    supersedesId: waived?.waiverIds[0],
  });
  expect(await api.waiverStates(decisionId)).toEqual(["superseded"]);
  const last = await api.evaluate(release.id);
  expect(last.verdict.verdict).toBe("approve");
  await expect.poll(() => api.waiverStates(last.decisionId), { timeout: 20_000 }).toEqual(["expired"]);
  expect(await api.failingChecks(release.id)).toContain("security.medium");
  await board.open(release.id);
  await board.expectVerdict("NO-GO");
});

test("a waiver that is revoked stops counting, and its page says who revoked it", async ({
  api,
  onRelease,
  candidate,
}) => {
  const release = await candidate({ mediumFinding: FINDING });
  await approveAs(release, release.digest);
  const page = await onRelease("tomas", release.id);
  await page.waive(CHECK, "Reached by operators only.");
  await page.expectVerdict("GO");
  await page.page.getByRole("link", { name: `Waiver of ${sampleSignIn("tomas").name}` }).click();
  await page.page.getByRole("button", { name: "Revoke" }).click();
  const dialog = page.page.getByRole("dialog", { name: "Revoke this waiver?" });
  await dialog.getByLabel("Reason").fill("The fixed version is out.");
  await dialog.getByRole("button", { name: "Revoke waiver" }).click();
  await expect(dialog).toBeHidden();
  const alert = page.page.getByText(`Revoked by ${sampleSignIn("tomas").name}`).locator("..");
  await expect(alert).toContainText("The fixed version is out.");
  expect(await api.failingChecks(release.id)).toContain("security.medium");
});

test("a critical vulnerability cannot be waived", async ({ api, onRelease, candidate }) => {
  const release = await candidate({ criticalFinding: "CVE-2026-99902" });
  const page = await onRelease("tomas", release.id);
  await page.expectVerdict("NO-GO");
  const row = page.page.getByRole("row").filter({ hasText: "CVE-2026-99902" });
  await expect(row.first()).toBeVisible();
  await expect(row.getByRole("button", { name: "Waive" })).toHaveCount(0);
  expect(await api.failingChecks(release.id)).toContain("security.critical_high");
});
