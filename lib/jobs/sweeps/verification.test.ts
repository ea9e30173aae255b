import { beforeAll, describe, expect, it } from "vitest";
import type { TokenActor } from "@/lib/core/access";
import { declareIncident } from "@/lib/registry/incident/declare";
import { submitMetrics } from "@/lib/registry/metrics/submit";
import { afterRelease } from "@/lib/registry/post-release/queries";
import { advanceRelease } from "@/lib/registry/release/advance";
import { acceptVerification } from "@/lib/registry/verification/accept";
import { setVerificationMinutes } from "@/lib/registry/verification/set-minutes";
import { census, countOf, ledgerOf } from "@/lib/testing/census";
import { metricsDocument } from "@/lib/testing/documents";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { type Approvers, newApprovers, type ReadyRelease } from "@/lib/testing/release";
import { rolledOut } from "@/lib/testing/rollout";
import { newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { judgeVerifications } from "./verification";

const database = openDatabase();
const MINUTE = 60_000;
let tenant: TestTenant;
let pipeline: TokenActor;
let approvers: Approvers;

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
  approvers = await newApprovers(tenant);
});

const windowOf = async ({ id }: ReadyRelease) => {
  const { verification } = await afterRelease(pipeline, id);
  if (!verification) throw new Error("there is no window");
  return verification;
};
const later = (since: string, minutes: number) => new Date(Date.parse(since) + minutes * MINUTE);
const sweepAt = (at: Date) => judgeVerifications(tenant.tenantId, at);

async function measure(release: ReadyRelease, at: Date, change: Record<string, number> = {}) {
  const document = metricsDocument(release, `after-${at.toISOString()}`);
  const metrics = document.metrics.map(({ name, value }) => ({ name, value: change[name] ?? value }));
  const content = { ...document, taken_at: at.toISOString(), metrics };
  await submitMetrics({ actor: pipeline, clock: () => at }, { service: release.service, document: content });
}

describe("the verification window", () => {
  it("stays open for its minutes and passes with metrics that arrived within it and met every limit", async () => {
    const release = await rolledOut(pipeline, approvers);
    const { openedAt, closesAt } = await windowOf(release);
    expect(Date.parse(closesAt) - Date.parse(openedAt)).toBe(30 * MINUTE);
    await measure(release, later(openedAt, 5));
    await sweepAt(later(openedAt, 29.99));
    expect((await windowOf(release)).state).toBe("watching");
    await sweepAt(later(openedAt, 30));
    const passed = await windowOf(release);
    expect(passed).toMatchObject({ state: "passed", judgement: { snapshots: 1, violations: [] } });
    const before = await census(database.web, tenant.tenantId);
    await sweepAt(later(openedAt, 40));
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
  });

  it("is flagged when nothing arrived: what the gate saw before the rollout does not count", async () => {
    const release = await rolledOut(pipeline, approvers);
    await sweepAt(later((await windowOf(release)).openedAt, 31));
    expect(await windowOf(release)).toMatchObject({
      state: "flagged",
      judgement: { violations: [{ kind: "nothing-arrived", text: "no metrics arrived" }] },
    });
  });

  it("is flagged at once by a value beyond the policy's limit: told once, with one action item, by two workers too", async () => {
    const release = await rolledOut(pipeline, approvers);
    const { openedAt } = await windowOf(release);
    await measure(release, later(openedAt, 2), { error_rate: 0.2 });
    const items = await countOf(database.web, tenant.tenantId, "action_item");
    await Promise.all([sweepAt(later(openedAt, 3)), sweepAt(later(openedAt, 3))]);
    await sweepAt(later(openedAt, 4));
    expect(await windowOf(release)).toMatchObject({
      state: "flagged",
      judgement: { violations: [{ text: "error_rate 0.2 is not below 0.01" }] },
    });
    expect(await countOf(database.web, tenant.tenantId, "action_item")).toBe(items + 1);
    const { rows } = await asApp(database.web, { tenantId: tenant.tenantId }, (client) =>
      client.query("select recipient_name, content from notification where release_id = $1 and kind = $2", [
        release.id,
        "verification-flagged",
      ]),
    );
    expect(rows.map(({ recipient_name: name }) => name)).toEqual(["Sam Reliable"]);
    expect(rows[0].content.reason).toBe("error_rate 0.2 is not below 0.01");
  });

  it("is flagged by a Sev2 incident of its service", async () => {
    const release = await rolledOut(pipeline, approvers);
    const incident = { service: release.service, severity: "sev2", title: "Slow checkout" };
    await declareIncident({ actor: approvers["sre-on-call"] }, incident);
    await sweepAt(later((await windowOf(release)).openedAt, 1));
    expect((await windowOf(release)).judgement?.violations).toMatchObject([
      { text: "Sev2 incident declared: Slow checkout" },
    ]);
  });

  it("ends as rolled back, also when it was flagged, and is judged no more", async () => {
    const watched = await rolledOut(pipeline, approvers);
    const flagged = await rolledOut(pipeline, approvers);
    const { openedAt } = await windowOf(watched);
    await measure(flagged, later((await windowOf(flagged)).openedAt, 1), { latency_p95_ms: 900 });
    await sweepAt(later(openedAt, 2));
    expect((await windowOf(flagged)).state).toBe("flagged");
    for (const release of [watched, flagged]) {
      await advanceRelease({ actor: pipeline }, { releaseId: release.id, stage: "rolled_back", note: "Errors." });
    }
    await sweepAt(later(openedAt, 60));
    expect([(await windowOf(watched)).state, (await windowOf(flagged)).state]).toEqual(["rolled_back", "rolled_back"]);
  });
});

describe("accepting a flagged verification", () => {
  it("takes a person who verifies releases and a reason, stays on record, and is never a pass", async () => {
    const release = await rolledOut(pipeline, approvers);
    const input = { releaseId: release.id, reason: "The collector was down." };
    const sre = { actor: approvers["sre-on-call"] };
    await expect(acceptVerification(sre, input)).rejects.toMatchObject({ code: "conflict" });
    await sweepAt(later((await windowOf(release)).openedAt, 31));
    await expect(acceptVerification({ actor: pipeline }, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(acceptVerification(sre, { ...input, reason: " " })).rejects.toMatchObject({ code: "invalid" });
    await acceptVerification(sre, input);
    await expect(acceptVerification(sre, input)).rejects.toMatchObject({ code: "conflict" });
    expect(await windowOf(release)).toMatchObject({
      state: "accepted",
      accepted: { by: "Sam Reliable", reason: "The collector was down." },
    });
    const entry = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
    expect(entry).toMatchObject({
      command: "verification.accept",
      body: { data: { reason: input.reason, was: "flagged" } },
    });
    await sweepAt(later((await windowOf(release)).openedAt, 90));
    expect((await windowOf(release)).state).toBe("accepted");
  });
});

it("an environment's own length counts for the windows that open later, within 30 to 60 minutes", async () => {
  const admin = { actor: tenant.admin };
  const first = await rolledOut(pipeline, approvers);
  const { rows } = await asApp(database.web, { tenantId: tenant.tenantId }, (client) =>
    client.query("select id from environment where slug = 'production'"),
  );
  const environmentId = rows[0].id;
  for (const minutes of [29, 61, 45.5]) {
    await expect(setVerificationMinutes(admin, { environmentId, minutes })).rejects.toMatchObject({ code: "invalid" });
  }
  await setVerificationMinutes(admin, { environmentId, minutes: 60 });
  const second = await rolledOut(pipeline, approvers);
  const lengthOf = ({ openedAt, closesAt }: { openedAt: string; closesAt: string }) =>
    (Date.parse(closesAt) - Date.parse(openedAt)) / MINUTE;
  expect([lengthOf(await windowOf(first)), lengthOf(await windowOf(second))]).toEqual([30, 60]);
});
