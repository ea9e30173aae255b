import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import type { Actor, PersonActor } from "@/lib/core/access";
import { ARTIFACT, manifestDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { type Approvers, advanceToApproval, approveAll, newApprovers, readyRelease, sign } from "@/lib/testing/release";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { advanceRelease } from "../release/advance";
import { createService } from "../service/create";
import { putManifest } from "./put";
import { latestRelease, releasedManifest } from "./released";

openDatabase();
const place = { service: "service-api", environment: "production" };
let tenant: TestTenant;
let actor: Actor;
let approvers: Approvers;
let engineer: PersonActor;

beforeAll(async () => {
  tenant = await newTenant();
  actor = (await newToken(tenant)).actor;
  approvers = await newApprovers(tenant);
  engineer = await newPerson(tenant, ["release-engineer"]);
});

const advance = (releaseId: string, stage: string, status: string) =>
  advanceRelease({ actor }, { releaseId, stage, status, artifacts: [ARTIFACT], note: "Because." });

async function enterProduction(environment = "production", status = "running") {
  const release = await readyRelease(actor, environment);
  await advanceToApproval(actor, release.id);
  if (environment === "production") await approveAll(approvers, release);
  else await sign(engineer, release, "release-engineer");
  await advance(release.id, "production", status);
  return release;
}
const versionNow = async () => (await releasedManifest(actor, place)).version;

it("a service of which nothing was released has none, and neither has an unknown service: both say which it is", async () => {
  await createService({ actor: tenant.admin }, { slug: "fresh", name: "Fresh", owner: "platform" });
  const isNone = { code: "not_found", issues: [{ path: "manifest", message: "none has been released" }] };
  await expect(releasedManifest(actor, { ...place, service: "fresh" })).rejects.toMatchObject(isNone);
  const isUnknown = { code: "not_found", issues: [{ path: "service" }] };
  await expect(releasedManifest(actor, { ...place, service: "none" })).rejects.toMatchObject(isUnknown);
  const noPlace = { code: "not_found", issues: [{ path: "environment" }] };
  await expect(releasedManifest(actor, { ...place, environment: "none" })).rejects.toMatchObject(noPlace);
});

describe("what was released last", () => {
  it("is the release whose rollout succeeded last, however old it is, until it is rolled back", async () => {
    const first = await enterProduction();
    const isNone = { code: "not_found" };
    await expect(releasedManifest(actor, place)).rejects.toMatchObject(isNone);
    const second = await enterProduction();
    await advance(second.id, "production", "succeeded");
    expect(await versionNow()).toBe(second.version);
    await advance(first.id, "production", "failed");
    expect(await versionNow()).toBe(second.version);
    await advance(first.id, "production", "running");
    await advance(first.id, "production", "succeeded");
    expect(await versionNow()).toBe(first.version);
    await advance(first.id, "archived", "succeeded");
    expect(await versionNow()).toBe(first.version);
    await advance(first.id, "rolled_back", "succeeded");
    expect(await versionNow()).toBe(second.version);
  });

  it("is of this environment alone", async () => {
    const before = await versionNow();
    const elsewhere = await enterProduction("staging", "succeeded");
    expect(await versionNow()).toBe(before);
    expect((await releasedManifest(actor, { ...place, environment: "staging" })).version).toBe(elsewhere.version);
  });

  it("is the revision that entered production, not one that was put afterwards", async () => {
    const release = await enterProduction();
    const content = manifestDocument(release, { feature_flags: [{ name: "late", to: "on" }] });
    const late = await putManifest({ actor }, { releaseId: release.id, content });
    await advance(release.id, "production", "succeeded");
    const { version, digest, revision, manifest } = await releasedManifest(actor, place);
    expect({ version, digest, revision }).toEqual({ version: release.version, digest: release.digest, revision: 1 });
    expect(manifest.feature_flags).toEqual([]);
    expect(late.digest).not.toBe(digest);
  });

  it("is forbidden to a token of another service", async () => {
    const other = await createService({ actor: tenant.admin }, { slug: "other", name: "Other", owner: "platform" });
    const limited = await newToken(tenant, ["read"], { serviceId: other.id });
    await expect(releasedManifest(limited.actor, place)).rejects.toMatchObject({ code: "forbidden" });
  });
});

it("is the first row of an index, however many releases the service has had", async () => {
  const { tenantId, service } = tenant;
  const { id } = await readyRelease(actor);
  const plan = await transaction({ tenantId }, async (tx) => {
    await tx.execute(sql`
      insert into release (tenant_id, id, service_id, environment_id, version, commit, stage, stage_status, created_at,
        released_at, settled_at, by_kind, by_id, by_name)
      select tenant_id, gen_random_uuid(), service_id, environment_id, 'v' || n, commit, 'archived', 'succeeded',
        now(), now() - n * interval '1 hour', now(), by_kind, by_id, by_name
      from release, generate_series(1, 3000) n where tenant_id = ${tenantId} and id = ${id}`);
    const query = latestRelease(tx, tenantId, service.id, service.id).getSQL();
    const { rows } = await tx.execute<{ "QUERY PLAN": string }>(sql`explain ${query}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  });
  expect(plan).toMatch(/Index .*release_released/);
  expect(plan).not.toMatch(/Seq Scan|Sort/);
});
