import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { notification } from "@/db/schema/notification";
import type { Actor, PersonActor } from "@/lib/core/access";
import { ledgerOf } from "@/lib/testing/census";
import { ARTIFACT, manifestDocument, scorecardDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { type Approvers, newApprovers, newRelease, readyRelease, sign, type TestRelease } from "@/lib/testing/release";
import { completion } from "@/lib/testing/stage-records";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { completeDraft } from "../manifest/complete";
import { manifestDraftView, requireManifestDraft } from "../manifest/draft-queries";
import { putManifest } from "../manifest/put";
import { draftReleaseManifest } from "../manifest/redraft";
import { submitScorecard } from "../scorecard/submit";
import { advanceRelease } from "./advance";
import { stageHistory } from "./history-queries";
import { releaseDetail } from "./queries";

const database = openDatabase();
let tenant: TestTenant;
let pipeline: Actor;
let engineer: PersonActor;
let approvers: Approvers;

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
  approvers = await newApprovers(tenant);
  engineer = await newPerson(tenant, ["release-engineer"], "Remy Release");
});

const advance = (releaseId: string, stage: string, more: object = {}, actor: Actor = pipeline) =>
  advanceRelease({ actor }, { releaseId, stage, status: "succeeded", ...more });

/** Through build and readiness, with a scorecard. */
async function proven(actor: Actor = pipeline): Promise<TestRelease> {
  const release = await newRelease(actor);
  const { id, service, environment, commit } = release;
  await submitScorecard({ actor: pipeline }, { service, environment, commit, document: scorecardDocument(release) });
  await advance(id, "build", { artifacts: [ARTIFACT] });
  await advance(id, "readiness");
  return release;
}

type Told = {
  kind: string;
  key: string;
  who: string;
  content: { title: string; verdict: string | null; reason: string };
};

/** Who was told what of a release, by name. */
async function toldOf(releaseId: string): Promise<Told[]> {
  const rows = await transaction({ tenantId: tenant.tenantId }, (tx) => tx.select().from(notification));
  return rows
    .filter((row) => row.releaseId === releaseId)
    .map(({ kind, key, recipientName: who, content }) => ({ kind, key, who, content }) as Told)
    .sort((one, other) => one.who.localeCompare(other.who));
}
const namesOf = (told: Told[], kind: string) => told.filter((each) => each.kind === kind).map(({ who }) => who);

describe("entering staging", () => {
  it("drafts the manifest from the evidence and asks all who could sign, except those who may not", async () => {
    const author = await newPerson(tenant, ["engineer", "change-board"], "Both Ways");
    const release = await proven(author);
    await advance(release.id, "staging", { status: "running" });
    const draft = await requireManifestDraft(tenant.admin, release.id);
    expect(draft).toMatchObject({
      content: {
        release: release.version,
        authors: [{ name: "Both Ways", email: author.email }],
        artifacts: [{ name: "", hash: ARTIFACT }],
        scorecard: { run_id: `run-${release.commit}-${release.version}` },
      },
    });
    expect(draft.missing.map(({ path }) => path)).toContain("rollback_plan");
    const told = await toldOf(release.id);
    expect(namesOf(told, "approval-requested")).toEqual(["Chris Board", "Paula Product", "Sam Reliable"]);
    expect(told[0]?.content).toMatchObject({
      title: `Sign service-api ${release.version} for production`,
      verdict: "NO-GO",
      reason: expect.stringContaining("The manifest is a draft"),
    });
    expect((await releaseDetail(tenant.admin, release.id)).approvalsRequestedAt).not.toBeNull();
  });

  it("leaves a manifest that was put as it is, and asks no one twice for the same", async () => {
    const release = await readyRelease(pipeline);
    for (const stage of ["build", "readiness"]) await advance(release.id, stage);
    await advance(release.id, "staging", { status: "running" });
    await advance(release.id, "staging", { status: "failed" });
    await advance(release.id, "staging", { status: "running" });
    expect(await manifestDraftView(tenant.admin, release.id)).toBeNull();
    const asked = (await toldOf(release.id)).map(({ who }) => who);
    expect(asked).toEqual(expect.arrayContaining(["Chris Board", "Paula Product", "Sam Reliable"]));
    expect(new Set(asked).size).toBe(asked.length);
    const content = manifestDocument(release, { feature_flags: [{ name: "new", to: "on" }] });
    await putManifest({ actor: pipeline }, { releaseId: release.id, content });
    await putManifest({ actor: pipeline }, { releaseId: release.id, content });
    expect(await toldOf(release.id)).toHaveLength(2 * asked.length);
  });
});

describe("a draft", () => {
  let release: TestRelease;
  beforeEach(async () => {
    release = await proven();
    await advance(release.id, "staging", { status: "running" });
  });

  it("is completed by a person into revision 1, which is then asked for and can be signed", async () => {
    const wrong = { ...completion, artifacts: [{ name: "a", hash: "x" }], window_start: "" };
    const attempt = completeDraft({ actor: engineer }, { releaseId: release.id, ...wrong });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", issues: [{ path: "window_start" }] });
    const asked = namesOf(await toldOf(release.id), "approval-requested");
    const put = await completeDraft({ actor: engineer }, { releaseId: release.id, ...completion });
    expect(put).toMatchObject({ revision: 1, changed: true });
    expect(await manifestDraftView(tenant.admin, release.id)).toBeNull();
    expect(namesOf(await toldOf(release.id), "approval-requested")).toHaveLength(2 * asked.length);
    await sign(approvers["change-board"], { ...release, digest: put.digest }, "change-board");
    const again = completeDraft({ actor: engineer }, { releaseId: release.id, ...completion });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    await expect(draftReleaseManifest({ actor: engineer }, { releaseId: release.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("is made anew from evidence that came later", async () => {
    const { service, environment, commit } = release;
    const document = scorecardDocument(release, `later-${commit}`);
    document.generated_at = new Date().toISOString();
    await submitScorecard({ actor: pipeline }, { service, environment, commit, document });
    const { content } = await draftReleaseManifest({ actor: engineer }, { releaseId: release.id });
    expect(content.scorecard?.run_id).toBe(`later-${commit}`);
  });

  it("cannot be signed", async () => {
    const attempt = sign(approvers["change-board"], { ...release, digest: `sha256:${"0".repeat(64)}` }, "change-board");
    await expect(attempt).rejects.toMatchObject({ code: "conflict", message: /no manifest to sign/ });
  });
});

it("a signed rejection is told to the creator, the authors and the release engineers, and not to its signer", async () => {
  const creator = await newPerson(tenant, ["engineer"], "Cora Creator");
  const author = await newPerson(tenant, ["viewer"], "Art Author");
  const release = await readyRelease(creator);
  const content = manifestDocument(release, { authors: [{ name: author.name, email: author.email.toUpperCase() }] });
  const { digest } = await putManifest({ actor: pipeline }, { releaseId: release.id, content });
  const objector = await newPerson(tenant, ["change-board", "release-engineer"], "Olga Objector");
  await sign(objector, { ...release, digest }, "change-board", "reject");
  const told = (await toldOf(release.id)).filter(({ kind }) => kind === "release-rejected");
  expect(told.map(({ who }) => who)).toEqual(["Art Author", "Cora Creator", "Remy Release"]);
  expect(told[0]?.content).toMatchObject({
    title: `Olga Objector rejected service-api ${release.version} for production`,
    reason: "As change-board: The rollback plan has no owner.",
  });
});

describe("what a stage rests on", () => {
  it("is what the caller gave and what the registry knows, shown and in the ledger", async () => {
    const release = await proven();
    const link = { label: "Pipeline run", url: "https://ci.example.com/1" };
    await advance(release.id, "staging", { evidence: [link], note: "From CI." });
    const { steps } = await stageHistory(tenant.admin, release.id);
    const evidenceOf = (stage: string) =>
      steps.find((step) => step.stage === stage)?.evidence.map(({ label }) => label);
    expect(evidenceOf("build")).toEqual([ARTIFACT]);
    expect(evidenceOf("readiness")).toEqual([`Run run-${release.commit}-${release.version}, passed`]);
    expect(evidenceOf("staging")).toEqual([expect.stringMatching(/^Manifest draft, \d missing$/), "Pipeline run"]);
    const last = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
    expect(last?.body).toMatchObject({
      data: { stage: "staging", note: "From CI.", evidence: [{ kind: "draft" }, { kind: "url", url: link.url }] },
    });
  });

  it.each(["javascript:alert(1)", "ftp://x.example.com", "nothing"])("is no address such as %s", async (url) => {
    const { id } = await newRelease(pipeline);
    const attempt = advance(id, "build", { evidence: [{ label: "run", url }] });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", issues: [{ path: "evidence[0].url" }] });
  });
});
