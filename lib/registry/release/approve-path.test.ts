import { expect, it } from "vitest";
import { ARTIFACT, manifestDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { advanceToApproval, approveAll, newApprovers, readyRelease } from "@/lib/testing/release";
import { newTenant, newToken } from "@/lib/testing/tenant";
import { evaluateRelease } from "../gate/evaluate";
import { putManifest } from "../manifest/put";
import { advanceRelease } from "./advance";

openDatabase();

async function prepare() {
  const tenant = await newTenant();
  const { actor } = await newToken(tenant);
  const release = await readyRelease(actor);
  await advanceToApproval(actor, release.id);
  return { tenant, actor, release, approvers: await newApprovers(tenant) };
}

it("a release with all its evidence ships once its three roles have signed, and not before", async () => {
  const { actor, release, approvers } = await prepare();
  const production = { releaseId: release.id, stage: "production", artifacts: [ARTIFACT] };
  const before = await evaluateRelease({ actor }, { releaseId: release.id });
  const missing = before.verdict.checks.filter(({ outcome }) => outcome !== "pass").map(({ id }) => id);
  expect({ verdict: before.verdict.verdict, missing }).toEqual({ verdict: "reject", missing: ["approvals.complete"] });
  await expect(advanceRelease({ actor }, production)).rejects.toMatchObject({ code: "conflict" });

  await approveAll(approvers, release);
  const after = await evaluateRelease({ actor }, { releaseId: release.id });
  expect(after.verdict.verdict).toBe("approve");
  expect(after.manifestDigest).toBe(release.digest);
  expect(await advanceRelease({ actor }, production)).toEqual({
    releaseId: release.id,
    stage: "production",
    status: "running",
  });
});

it("a changed manifest undoes every signature, and production stays shut", async () => {
  const { actor, release, approvers } = await prepare();
  await approveAll(approvers, release);
  const content = manifestDocument(release, { feature_flags: [{ name: "new-checkout", to: "on" }] });
  const changed = await putManifest({ actor }, { releaseId: release.id, content });
  expect(changed).toMatchObject({ revision: 2, changed: true });
  const { verdict } = await evaluateRelease({ actor }, { releaseId: release.id });
  expect(verdict.verdict).toBe("reject");
});

it("production takes exactly the artifacts that were approved: none, other and more are refused", async () => {
  const { actor, release, approvers } = await prepare();
  await approveAll(approvers, release);
  const other = `sha256:${"b".repeat(64)}`;
  for (const artifacts of [undefined, [], [other], [ARTIFACT, other]]) {
    const request = { releaseId: release.id, stage: "production", artifacts };
    await expect(advanceRelease({ actor }, request)).rejects.toMatchObject({ code: "conflict" });
  }
});
