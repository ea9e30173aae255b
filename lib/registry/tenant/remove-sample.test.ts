import { expect, it } from "vitest";
import { census, countOf, TENANT_TABLES } from "@/lib/testing/census";
import { recordsOf } from "@/lib/testing/records";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newTenant } from "@/lib/testing/tenant";
import { createService } from "../service/create";
import { bootstrapTenant } from "./bootstrap";
import { removeSample, removeSampleAs } from "./remove-sample";

const database = openDatabase();

async function sampleTenant() {
  const admin = { email: "sample@example.com", name: "Sam Sample", password: "a password for the sample" };
  const { tenantId, actor } = await bootstrapTenant({
    tenantName: "Sample",
    tenantSlug: "sample",
    sample: true,
    admin,
  });
  const service = await createService({ actor }, { slug: "service-api", name: "Service API", owner: "platform" });
  const tenant = { tenantId, admin: actor, service };
  await recordsOf(tenant, "checkout", "live");
  return tenant;
}

it("the sample goes with all its rows, its ledger and its people, and nothing else does", async () => {
  const real = await newTenant();
  await recordsOf(real, "checkout", "live");
  const before = await census(database.web, real.tenantId);
  const sample = await sampleTenant();
  expect(await removeSample()).toEqual({ removed: true });
  for (const table of TENANT_TABLES)
    expect([table, await countOf(database.web, sample.tenantId, table)]).toEqual([table, 0]);
  const person = await asApp(database.web, { personId: sample.admin.id }, (client) =>
    client.query("select 1 from person"),
  );
  expect(person.rowCount).toBe(0);
  expect(await census(database.web, real.tenantId)).toEqual(before);
  expect(await removeSample()).toEqual({ removed: false });
});

it("a tenant that is no sample is never removed, whoever asks", async () => {
  const real = await newTenant();
  const before = await census(database.web, real.tenantId);
  await expect(removeSampleAs(real.admin)).rejects.toMatchObject({ code: "conflict" });
  expect(await census(database.web, real.tenantId)).toEqual(before);
});

it("only an admin of the sample removes it by the button", async () => {
  const sample = await sampleTenant();
  const viewer = { ...sample.admin, roles: ["viewer" as const] };
  await expect(removeSampleAs(viewer)).rejects.toMatchObject({ code: "forbidden" });
  expect(await countOf(database.web, sample.tenantId, "service")).not.toBe(0);
  await removeSampleAs(sample.admin);
  expect(await countOf(database.web, sample.tenantId, "service")).toBe(0);
});
