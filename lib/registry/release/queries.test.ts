import { expect, it } from "vitest";
import type { Actor } from "@/lib/core/access";
import type { StandingVerdict } from "@/lib/core/gate/standing";
import { openDatabase } from "@/lib/testing/registry";
import { approveAll, newApprovers, newRelease, readyRelease } from "@/lib/testing/release";
import { newTenant, newToken } from "@/lib/testing/tenant";
import { decisionHistory } from "../gate/decision-queries";
import { evaluateRelease } from "../gate/evaluate";
import { liveVerdict, releaseGate } from "../gate/queries";
import { manifestView } from "../manifest/queries";
import { createService } from "../service/create";
import { createRelease } from "./create";
import type { ReleaseFilter } from "./filter";
import { signatureHistory, stageHistory } from "./history-queries";
import { listReleases, releaseDetail } from "./queries";

const database = openDatabase();

/** Every version of a list, page by page from its start to its end. */
async function walk(actor: Actor, filter: ReleaseFilter, size: number, onPage?: () => Promise<unknown>) {
  const versions: string[] = [];
  let after: string | undefined;
  do {
    const page = await listReleases(actor, filter, { after, size });
    versions.push(...page.items.map(({ version }) => version));
    after = page.next ?? undefined;
    await onPage?.();
  } while (after);
  return versions;
}

it("pages lose and repeat nothing, even among releases of one instant and while new ones arrive", async () => {
  const tenant = await newTenant();
  const { actor } = await newToken(tenant);
  const at = new Date("2025-10-01T12:00:00Z");
  const create = (version: string, clock: () => Date) =>
    createRelease(
      { actor, clock },
      { service: "service-api", environment: "staging", version, commit: "a".repeat(40) },
    );
  const versions = Array.from({ length: 7 }, (_, index) => `1.${index}`);
  for (const version of versions) await create(version, () => at);
  let arrived = 0;
  const arrive = () => create(`2.${arrived++}`, () => new Date());
  const walked = await walk(actor, {}, 2, arrive);
  expect(arrived).toBeGreaterThan(2);
  expect(walked.toSorted()).toEqual(versions);

  const all = (await listReleases(actor, {}, { size: 100 })).items.map(({ id }) => id);
  const first = await listReleases(actor, {}, { size: 3 });
  const second = await listReleases(actor, {}, { size: 3, after: first.next ?? "" });
  const back = await listReleases(actor, {}, { size: 3, before: second.previous ?? "" });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 6));
  expect(back.items).toEqual(first.items);
  await expect(listReleases(actor, {}, { after: "no cursor" })).rejects.toMatchObject({ code: "invalid" });
});

it("filters combine, and match their text literally", async () => {
  const tenant = await newTenant();
  const { actor } = await newToken(tenant);
  await createService({ actor: tenant.admin }, { slug: "cli", name: "CLI", owner: "platform" });
  const places = [
    ["service-api", "staging", "1.0_a"],
    ["service-api", "production", "1.0xa"],
    ["cli", "staging", "1.0_a"],
    ["cli", "production", "2.0"],
  ] as const;
  for (const [service, environment, version] of places) {
    await createRelease({ actor }, { service, environment, version, commit: "b".repeat(40) });
  }
  const found = async (filter: ReleaseFilter) => {
    const { items } = await listReleases(actor, filter);
    return items.map((item) => `${item.service} ${item.environment} ${item.version}`).toSorted();
  };
  expect(await found({ version: "0_A" })).toEqual(["cli staging 1.0_a", "service-api staging 1.0_a"]);
  expect(await found({ version: "%" })).toEqual([]);
  expect(await found({ service: "cli", environment: "production" })).toEqual(["cli production 2.0"]);
  expect(await found({ service: "cli", version: "1.0", stage: "candidate", verdict: "unknown" })).toEqual([
    "cli staging 1.0_a",
  ]);
  expect(await found({ service: "cli", verdict: "approve" })).toEqual([]);

  const limited = await newToken(tenant, ["read"], { serviceId: tenant.service.id });
  expect((await listReleases(limited.actor, {})).items.every(({ service }) => service === "service-api")).toBe(true);
});

it("a list filtered by a verdict holds exactly the releases that show it, and an old go shows as unknown", async () => {
  const tenant = await newTenant();
  const { actor } = await newToken(tenant);
  const approvers = await newApprovers(tenant);
  const [fresh, old] = [await readyRelease(actor), await readyRelease(actor)];
  for (const release of [fresh, old]) {
    await approveAll(approvers, release);
    const { verdict } = await evaluateRelease({ actor }, { releaseId: release.id });
    expect(verdict.verdict).toBe("approve");
  }
  const blocked = await newRelease(actor);
  await evaluateRelease({ actor }, { releaseId: blocked.id });
  const never = await newRelease(actor);
  await decideEarlier(tenant.tenantId, old.id);

  const shown = async (verdict: StandingVerdict) => {
    const { items } = await listReleases(actor, { verdict });
    expect(items.every((item) => item.verdict === verdict)).toBe(true);
    return items.map(({ id }) => id).toSorted();
  };
  expect(await shown("approve")).toEqual([fresh.id]);
  expect(await shown("reject")).toEqual([blocked.id]);
  expect(await shown("unknown")).toEqual([old.id, never.id].toSorted());
  expect((await releaseDetail(actor, old.id)).lastDecision?.verdict).toBe("approve");
});

/** As if the last decision had been made two days ago. */
async function decideEarlier(tenantId: string, releaseId: string): Promise<void> {
  const client = await database.web.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('role', 'readiness_app', true), set_config('app.tenant', $1, true)", [
      tenantId,
    ]);
    const changed = await client.query(
      "update release set last_decided_at = last_decided_at - interval '2 days' where tenant_id = $1 and id = $2",
      [tenantId, releaseId],
    );
    expect(changed.rowCount).toBe(1);
    await client.query("commit");
  } finally {
    client.release();
  }
}

it("another tenant's release is not found by any of its queries, as a malformed id is not", async () => {
  const theirs = await newTenant();
  const release = await readyRelease((await newToken(theirs)).actor);
  const { admin } = await newTenant();
  for (const id of [release.id, "not-an-id", "00000000-0000-0000-0000-000000000000"]) {
    for (const query of [releaseDetail, liveVerdict, stageHistory, signatureHistory, manifestView]) {
      await expect(query(admin, id)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(releaseGate(admin, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(decisionHistory(admin, id, { size: 10 })).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await listReleases(admin, {})).items).toEqual([]);
});
