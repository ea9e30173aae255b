import { beforeAll, describe, expect, it } from "vitest";
import { sha256 } from "@/lib/core/digest";
import { sealArchive } from "@/lib/core/post-release/archive";
import { POST_RELEASE_STEPS } from "@/lib/core/post-release/steps";
import { releaseChecklist } from "@/lib/registry/checklist/queries";
import { addDashboard } from "@/lib/registry/dashboard/add";
import { afterRelease, archivedRelease } from "@/lib/registry/post-release/queries";
import { retryPostReleaseStep } from "@/lib/registry/post-release/retry";
import { rollbackIndicators } from "@/lib/registry/post-release/rollback-readiness";
import { runPostReleaseStep } from "@/lib/registry/post-release/run-step";
import { advanceRelease } from "@/lib/registry/release/advance";
import { releaseDetail } from "@/lib/registry/release/queries";
import { systemActor } from "@/lib/registry/system-actor";
import { census, countOf, ledgerOf } from "@/lib/testing/census";
import { dashboardOf } from "@/lib/testing/post-release-records";
import { openDatabase } from "@/lib/testing/registry";
import { type Approvers, newApprovers, readyRelease } from "@/lib/testing/release";
import { rolledOut } from "@/lib/testing/rollout";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { postRelease } from "./post-release";

const database = openDatabase();
let tenant: TestTenant;
let pipeline: Awaited<ReturnType<typeof newToken>>["actor"];
let approvers: Approvers;
let system: { actor: ReturnType<typeof systemActor> };

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
  approvers = await newApprovers(tenant);
  system = { actor: systemActor(tenant.tenantId) };
});

const follow = (releaseId: string) => postRelease({ tenantId: tenant.tenantId, releaseId });
const statesOf = async (releaseId: string) =>
  Object.fromEntries((await afterRelease(pipeline, releaseId)).steps.map(({ step, state }) => [step, state]));
const entriesAbout = async (releaseId: string) =>
  (await ledgerOf(database.web, tenant.tenantId)).filter(
    ({ command, body }) => command === "post-release.run-step" && (body.subjects as string[])[0] === releaseId,
  );

describe("after the rollout", () => {
  it("archives, links, judges the rollback, tells the change board and ends the release, each once", async () => {
    const first = await rolledOut(pipeline, approvers);
    await follow(first.id);
    await addDashboard({ actor: tenant.admin }, dashboardOf(null));
    const release = await rolledOut(pipeline, approvers);
    await follow(release.id);
    const { steps, verification } = await afterRelease(pipeline, release.id);
    expect(steps.map(({ step, state, attempts }) => [step, state, attempts])).toEqual(
      POST_RELEASE_STEPS.map((step) => [step, "done", 1]),
    );
    const resultOf = (step: string) => steps.find((each) => each.step === step)?.result;
    expect(resultOf("dashboards")?.links?.[0]?.url).toMatch(
      /^https:\/\/grafana\.example\.com\/d\/latency\?var-service=service-api&from=\d{13}&to=\d{13}$/,
    );
    // The fixture's plan goes back to another version than the one that ran before.
    expect(resultOf("rollback")?.rollback).toMatchObject({ state: "at_risk" });
    expect(resultOf("notify")?.recipients).toEqual(["Chris Board"]);
    expect(resultOf("notify")?.summary).toContain("Chris Board (change-board)");
    expect(verification?.state).toBe("watching");
    expect(await releaseDetail(pipeline, release.id)).toMatchObject({ stage: "archived", stageStatus: "succeeded" });
    const { places } = await rollbackIndicators(pipeline);
    expect(places).toMatchObject([{ release: { id: release.id }, previousVersion: first.version, state: "at_risk" }]);
    const { items } = await releaseChecklist(pipeline, release.id);
    expect(items.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "archived done",
      "rehearsal done",
      "notified done",
      "runbooks not_needed",
    ]);
  });

  it("without a template there is nothing to link, said so, and it can be done once there is one", async () => {
    const other = await newTenant();
    const actor = (await newToken(other)).actor;
    const release = await rolledOut(actor, await newApprovers(other));
    await postRelease({ tenantId: other.tenantId, releaseId: release.id });
    const linksOf = async () => (await afterRelease(actor, release.id)).steps.find(({ step }) => step === "dashboards");
    expect(await linksOf()).toMatchObject({
      state: "skipped",
      result: { skipped: "No dashboard template is set for this service." },
    });
    await addDashboard({ actor: other.admin }, dashboardOf(other.service.id));
    const engineer = await newPerson(other, ["release-engineer"]);
    await retryPostReleaseStep({ actor: engineer }, { releaseId: release.id, step: "dashboards" });
    await postRelease({ tenantId: other.tenantId, releaseId: release.id });
    expect(await linksOf()).toMatchObject({ state: "done", result: { links: [{ label: "Latency" }] } });
  });

  it("before production nothing follows, whoever asks", async () => {
    const release = await readyRelease(pipeline);
    const before = await census(database.web, tenant.tenantId);
    await follow(release.id);
    for (const step of POST_RELEASE_STEPS) {
      await expect(runPostReleaseStep(system, { releaseId: release.id, step })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
    await expect(archivedRelease(pipeline, release.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the archive", () => {
  it("is sealed: its digest is that of its bytes and is in the ledger, and it names who approved what by which decision", async () => {
    const release = await rolledOut(pipeline, approvers);
    await follow(release.id);
    const { digest, document } = await archivedRelease(pipeline, release.id);
    const archive = JSON.parse(document);
    expect(sha256(document)).toBe(digest);
    expect(sealArchive(archive)).toEqual({ text: document, digest });
    const [entry] = (await entriesAbout(release.id)).filter(({ body }) => body.kind === "archive");
    expect(entry?.body).toMatchObject({ actor: { kind: "system" }, data: { digest, manifestDigest: release.digest } });
    expect(archive.manifest).toMatchObject({ digest: release.digest, artifacts: [{ name: "service.tar.gz" }] });
    expect(archive.approvals.map(({ name, role }: { name: string; role: string }) => `${name} ${role}`).sort()).toEqual(
      ["Chris Board change-board", "Paula Product product-owner", "Sam Reliable sre-on-call"],
    );
    expect(archive.decision).toMatchObject({ kind: "gate", manifest_digest: release.digest, policy_version: 1 });
    expect(archive.decision.verdict).toMatchObject({ verdict: "approve" });
    expect(archive.scorecard.run_id).toContain(release.version);
    expect(archive.stages.at(-1)).toMatchObject({ stage: "production", status: "succeeded" });
    expect(archive.checklist.items[0]).toMatchObject({ id: "archived", state: "done" });
  });
});

describe("cut off, delivered twice, two at once", () => {
  it.each(POST_RELEASE_STEPS.map((step, index) => [step, index + 1] as const))(
    "killed after %s and begun again, it ends as if it had not been",
    async (_step, done) => {
      const release = await rolledOut(pipeline, approvers);
      for (const step of POST_RELEASE_STEPS.slice(0, done))
        await runPostReleaseStep(system, { releaseId: release.id, step });
      const notices = await countOf(database.web, tenant.tenantId, "notification");
      await follow(release.id);
      expect(Object.values(await statesOf(release.id))).toEqual(POST_RELEASE_STEPS.map(() => "done"));
      const steps = (await entriesAbout(release.id)).map(({ body }) => (body.data as { step: string }).step);
      expect(steps).toEqual([...POST_RELEASE_STEPS]);
      const told = done >= POST_RELEASE_STEPS.indexOf("notify") + 1 ? 0 : 1;
      expect(await countOf(database.web, tenant.tenantId, "notification")).toBe(notices + told);
    },
  );

  it("two workers at once do each step once, and a third delivery changes nothing", async () => {
    const release = await rolledOut(pipeline, approvers);
    await Promise.allSettled([follow(release.id), follow(release.id)]);
    await follow(release.id);
    const after = await census(database.web, tenant.tenantId);
    await follow(release.id);
    expect(await census(database.web, tenant.tenantId)).toEqual(after);
    const { steps } = await afterRelease(pipeline, release.id);
    expect(steps.map(({ state, attempts }) => [state, attempts])).toEqual(POST_RELEASE_STEPS.map(() => ["done", 1]));
    expect(await entriesAbout(release.id)).toHaveLength(POST_RELEASE_STEPS.length);
  });

  it("a pipeline that archives by hand, before or after, is neither refused nor in the way", async () => {
    const archive = (releaseId: string, status?: string) =>
      advanceRelease({ actor: pipeline }, { releaseId, stage: "archived", status });
    const early = await rolledOut(pipeline, approvers);
    await archive(early.id, "succeeded");
    await follow(early.id);
    expect(Object.values(await statesOf(early.id))).toEqual(POST_RELEASE_STEPS.map(() => "done"));
    const late = await rolledOut(pipeline, approvers);
    await follow(late.id);
    for (const status of ["running", "succeeded"]) {
      expect(await archive(late.id, status)).toMatchObject({ stage: "archived", status: "succeeded" });
    }
    await expect(archive(late.id, "failed")).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a step that fails", () => {
  it("keeps the release out of the archive, says why, and is done again by the people who verify releases", async () => {
    const release = await rolledOut(pipeline, approvers);
    // A row that is in the way of the archive's own: what fails in a step must not be taken for done.
    await database.owner.query(
      `alter table release_archive add constraint broken check (release_id <> '${release.id}') not valid`,
    );
    await expect(follow(release.id)).rejects.toThrow("1 steps after the release failed");
    await database.owner.query("alter table release_archive drop constraint broken");
    expect(await statesOf(release.id)).toMatchObject({ archive: "failed", notify: "done", close: "pending" });
    expect(await releaseDetail(pipeline, release.id)).toMatchObject({ stage: "production" });
    const failed = (await afterRelease(pipeline, release.id)).steps[0];
    expect(failed).toMatchObject({ attempts: 1, canRetry: true, error: expect.stringContaining("server's log") });
    const ask = { releaseId: release.id, step: "archive" };
    await expect(retryPostReleaseStep({ actor: pipeline }, ask)).rejects.toMatchObject({ code: "forbidden" });
    await retryPostReleaseStep({ actor: await newPerson(tenant, ["sre-on-call"]) }, ask);
    await follow(release.id);
    expect(Object.values(await statesOf(release.id))).toEqual(POST_RELEASE_STEPS.map(() => "done"));
  });

  it("rolled back half-way, the rest is skipped; what was released is archived all the same", async () => {
    const release = await rolledOut(pipeline, approvers);
    await advanceRelease({ actor: pipeline }, { releaseId: release.id, stage: "rolled_back", note: "Errors." });
    await follow(release.id);
    expect(await statesOf(release.id)).toEqual({
      archive: "done",
      dashboards: "skipped",
      rollback: "skipped",
      notify: "skipped",
      close: "skipped",
    });
    expect(await releaseDetail(pipeline, release.id)).toMatchObject({ stage: "rolled_back" });
    expect((await afterRelease(pipeline, release.id)).verification?.state).toBe("rolled_back");
  });
});
