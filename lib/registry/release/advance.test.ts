import { beforeAll, expect, it } from "vitest";
import { countOf } from "@/lib/testing/census";
import { ARTIFACT, manifestDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { advanceToApproval, approveAll, newApprovers, readyRelease } from "@/lib/testing/release";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { declareIncident } from "../incident/declare";
import { resolveIncident } from "../incident/resolve";
import { putManifest } from "../manifest/put";
import { advanceRelease } from "./advance";

const database = openDatabase();
let tenant: TestTenant;
let pipeline: Awaited<ReturnType<typeof newToken>>["actor"];

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
});

async function approvedRelease() {
  const release = await readyRelease(pipeline);
  await advanceToApproval(pipeline, release.id);
  await approveAll(await newApprovers(tenant), release);
  return release;
}
const advance = (releaseId: string, stage: string, status?: string) =>
  advanceRelease({ actor: pipeline }, { releaseId, stage, status, artifacts: [ARTIFACT], note: "Because." });

it("sixteen pipelines that start one stage at once start it once", async () => {
  const { id } = await readyRelease(pipeline);
  const events = await countOf(database.web, tenant.tenantId, "stage_event");
  const results = await Promise.allSettled(Array.from({ length: 16 }, () => advance(id, "build", "running")));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await countOf(database.web, tenant.tenantId, "stage_event")).toBe(events + 1);
});

it("production is judged at its very start: an incident since the last approve shuts it", async () => {
  const { id } = await approvedRelease();
  const sre = await newPerson(tenant, ["sre-on-call"]);
  const incident = { service: "service-api", severity: "sev1", title: "All is down" };
  const { id: incidentId } = await declareIncident({ actor: sre }, incident);
  await expect(advance(id, "production")).rejects.toMatchObject({ code: "conflict", message: /The gate says no/ });
  await resolveIncident({ actor: sre }, { incidentId });
  await expect(advance(id, "production")).resolves.toMatchObject({ stage: "production", status: "running" });
});

it("a rollout that failed is judged again when it is started again", async () => {
  const release = await approvedRelease();
  await advance(release.id, "production");
  await advance(release.id, "production", "failed");
  const content = manifestDocument(release, { feature_flags: [{ name: "unread", to: "on" }] });
  await putManifest({ actor: pipeline }, { releaseId: release.id, content });
  await expect(advance(release.id, "production")).rejects.toMatchObject({ message: /The gate says no/ });
});

it("a release that has ended takes no stage and no manifest", async () => {
  const release = await readyRelease(pipeline);
  await advance(release.id, "aborted");
  await expect(advance(release.id, "build")).rejects.toMatchObject({ code: "conflict" });
  const content = manifestDocument(release, { trace_ids: ["a".repeat(32)] });
  const attempt = putManifest({ actor: pipeline }, { releaseId: release.id, content });
  await expect(attempt).rejects.toMatchObject({ code: "conflict" });
});
