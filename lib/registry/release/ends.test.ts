import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, PersonActor } from "@/lib/core/access";
import { countOf } from "@/lib/testing/census";
import { ARTIFACT, manifestDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import {
  type Approvers,
  advanceToApproval,
  approveAll,
  newApprovers,
  newRelease,
  readyRelease,
} from "@/lib/testing/release";
import { newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { putManifest } from "../manifest/put";
import { releasedManifest } from "../manifest/released";
import { advanceRelease } from "./advance";
import { stageHistory } from "./history-queries";
import { releaseDetail } from "./queries";
import { rejectRelease } from "./reject";

const database = openDatabase();
let tenant: TestTenant;
let pipeline: Actor;
let board: PersonActor;
let approvers: Approvers;

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
  approvers = await newApprovers(tenant);
  board = approvers["change-board"];
});

const advance = (releaseId: string, stage: string, more: object = {}) =>
  advanceRelease({ actor: pipeline }, { releaseId, stage, status: "succeeded", ...more });
const detail = (id: string) => releaseDetail(tenant.admin, id);

async function shipped() {
  const release = await readyRelease(pipeline);
  await advanceToApproval(pipeline, release.id);
  await approveAll(approvers, release);
  await advance(release.id, "production", { status: "running", artifacts: [ARTIFACT] });
  await advance(release.id, "production");
  return release;
}

describe("ending a release before its time", () => {
  it.each(["aborted", "rolled_back"])("%s needs a reason, and nothing is stored without one", async (stage) => {
    const { id } = await newRelease(pipeline);
    const invalid = { code: "invalid", issues: [{ path: "note" }] };
    await expect(advance(id, stage)).rejects.toMatchObject(invalid);
    await expect(advance(id, stage, { note: "  " })).rejects.toMatchObject(invalid);
    expect((await detail(id)).stage).toBe("candidate");
  });

  it("whichever status is asked for, an end is over at once and final", async () => {
    const { id } = await newRelease(pipeline);
    await advance(id, "aborted", { status: "running", note: "Given up." });
    expect(await detail(id)).toMatchObject({ stage: "aborted", stageStatus: "succeeded", endedAt: expect.any(String) });
    for (const stage of ["build", "aborted", "rolled_back"]) {
      await expect(advance(id, stage, { note: "Because." })).rejects.toMatchObject({ code: "conflict" });
    }
    await expect(rejectRelease({ actor: board }, { releaseId: id, note: "No." })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("only a person rejects, with a reason; whoever signs may, without advancing stages", async () => {
    const { id } = await newRelease(pipeline);
    await expect(advance(id, "rejected", { note: "No." })).rejects.toMatchObject({ code: "forbidden" });
    await expect(rejectRelease({ actor: board }, { releaseId: id, note: " " })).rejects.toMatchObject({
      code: "invalid",
    });
    await rejectRelease({ actor: board }, { releaseId: id, note: "Not in this form." });
    const { steps } = await stageHistory(tenant.admin, id);
    expect(steps.at(-1)).toMatchObject({ stage: "rejected", note: "Not in this form.", finishedBy: "Chris Board" });
  });
});

describe("a roll back", () => {
  it("records the version that is back in place, takes the release out and closes it", async () => {
    const [first, second] = [await shipped(), await shipped()];
    const place = { service: "service-api", environment: "production" };
    expect(await detail(second.id)).toMatchObject({ versionBefore: first.version, rolledBackTo: null });
    await advance(second.id, "rolled_back", { note: "Timeouts." });
    expect(await detail(second.id)).toMatchObject({
      ...{ stage: "rolled_back", rolledBackTo: first.version, endedAt: expect.any(String) },
      releasedAt: expect.any(String),
    });
    expect((await releasedManifest(tenant.admin, place)).version).toBe(first.version);
    const content = manifestDocument(second, { feature_flags: [{ name: "x", to: "on" }] });
    const attempt = putManifest({ actor: pipeline }, { releaseId: second.id, content });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    await advance(first.id, "rolled_back", { note: "All of it.", rolledBackTo: "0.9" });
    expect((await detail(first.id)).rolledBackTo).toBe("0.9");
  });

  it("is not for a release that has not reached production, and names a version for nothing else", async () => {
    const { id } = await newRelease(pipeline);
    await expect(advance(id, "rolled_back", { note: "Why?" })).rejects.toMatchObject({ code: "conflict" });
    const attempt = advance(id, "build", { rolledBackTo: "1.0" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", issues: [{ path: "rolledBackTo" }] });
  });
});

describe("production", () => {
  it("records when it started and succeeded, the decision that let it, and the lead time", async () => {
    const { id } = await shipped();
    const found = await detail(id);
    const seconds = Math.floor((Date.parse(found.releasedAt ?? "") - Date.parse(found.createdAt)) / 1000);
    expect(found.leadTimeSeconds).toBe(seconds);
    const { steps } = await stageHistory(tenant.admin, id);
    const step = steps.find(({ stage }) => stage === "production");
    expect(step?.startedAt).toBe(found.productionStartedAt);
    expect(step?.finishedAt).toBe(found.releasedAt);
    expect(step?.evidence.map(({ kind }) => kind)).toEqual(["decision", "manifest", "artifact"]);
  });

  it("two finishes at once are one, and what follows a release begins once", async () => {
    const release = await readyRelease(pipeline);
    await advanceToApproval(pipeline, release.id);
    await approveAll(approvers, release);
    await advance(release.id, "production", { status: "running", artifacts: [ARTIFACT] });
    const before = await countOf(database.web, tenant.tenantId, "post_release_step");
    const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => advance(release.id, "production")));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { steps } = await stageHistory(tenant.admin, release.id);
    expect(steps.find(({ stage }) => stage === "production")).toMatchObject({ attempts: 1, status: "succeeded" });
    expect(await countOf(database.web, tenant.tenantId, "post_release_step")).toBeGreaterThan(before);
  });
});

describe("an attempt that is refused", () => {
  it("is shown with the stage that is missing and who tried, the latest first", async () => {
    const { id } = await newRelease(pipeline);
    await expect(advance(id, "production")).rejects.toMatchObject({ code: "conflict" });
    await advance(id, "build");
    const scorecard = /no scorecard of commit [0-9a-f]{12} for production/;
    await expect(advance(id, "readiness")).rejects.toMatchObject({ code: "conflict", message: scorecard });
    const { refusals } = await stageHistory(tenant.admin, id);
    expect(refusals.map(({ stage, missingStage, by }) => ({ stage, missingStage, by }))).toEqual([
      { stage: "readiness", missingStage: null, by: "pipeline" },
      { stage: "production", missingStage: "build", by: "pipeline" },
    ]);
  });

  it("by the gate names its decision", async () => {
    const release = await readyRelease(pipeline);
    await advanceToApproval(pipeline, release.id);
    await expect(advance(release.id, "production", { artifacts: [ARTIFACT] })).rejects.toMatchObject({
      message: expect.stringMatching(/^The gate says no/),
    });
    const { refusals } = await stageHistory(tenant.admin, release.id);
    expect(refusals).toMatchObject([{ stage: "production", decisionId: expect.any(String) }]);
  });
});
