import { expect, it } from "vitest";
import { ledgerOf } from "@/lib/testing/census";
import { rehearsalDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { rehearsalDetail } from "./queries";
import { recordRehearsal } from "./record";

const database = openDatabase();

const subject = { service: "service-api", environment: "staging", version: "1.0", commit: "a".repeat(40) };
const drill = (outcome: "passed" | "failed" = "passed") => rehearsalDocument(subject, outcome);

const lastRecord = async ({ tenantId }: TestTenant) => (await ledgerOf(database.web, tenantId)).at(-1)?.body;

it("a drill's steps are kept, shown and in the ledger, there without their long texts", async () => {
  const tenant = await newTenant();
  const { actor } = await newToken(tenant);
  const document = drill("failed");
  const { started_at, finished_at } = document;
  const times = { started_at, finished_at };
  const steps = [
    { name: "deploy", ...times, outcome: "passed" },
    { name: "rollback", ...times, outcome: "failed", detail: "exited with code 1" },
    { name: "verify", started_at: finished_at, finished_at, outcome: "not_run" },
  ];
  const { id } = await recordRehearsal({ actor }, { document: { ...document, steps } });
  expect((await rehearsalDetail(tenant.admin, id)).steps).toEqual(steps);
  expect(await lastRecord(tenant)).toMatchObject({
    data: {
      rehearsal: id,
      steps: [{ name: "deploy" }, { name: "rollback", ...times, outcome: "failed" }, { name: "verify" }],
    },
  });
  expect(JSON.stringify(await lastRecord(tenant))).not.toContain("exited with code 1");
});

it("a drill that was recorded as a whole has no steps", async () => {
  const tenant = await newTenant();
  const { actor } = await newToken(tenant);
  const { id } = await recordRehearsal({ actor }, { document: drill() });
  expect((await rehearsalDetail(tenant.admin, id)).steps).toEqual([]);
});

it("whoever records a drill is told what the gate makes of the place's drills now", async () => {
  const { actor } = await newToken(await newTenant());
  const first = await recordRehearsal({ actor }, { document: drill() });
  const dueAt = new Date(Date.parse(drill().finished_at) + 30 * 86_400_000).toISOString();
  expect(first.freshness).toMatchObject({ state: "fresh", dueAt: expect.stringContaining(dueAt.slice(0, 16)) });
  const elsewhere = { ...drill("failed"), environment: "preprod" };
  expect((await recordRehearsal({ actor }, { document: elsewhere })).freshness.state).toBe("failed");
  expect((await recordRehearsal({ actor }, { document: drill() })).freshness.state).toBe("fresh");
  const failed = await recordRehearsal({ actor }, { document: drill("failed") });
  expect(failed.freshness).toMatchObject({ state: "failed", reason: expect.stringContaining("remediation") });
});

it("one that passed with a step that did not is refused", async () => {
  const { actor } = await newToken(await newTenant());
  const document = drill();
  const { started_at, finished_at } = document;
  const steps = [{ name: "rollback", started_at, finished_at, outcome: "failed" }];
  await expect(recordRehearsal({ actor }, { document: { ...document, steps } })).rejects.toMatchObject({
    code: "invalid",
  });
});
