import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { SEARCH_KINDS } from "@/lib/core/search/kinds";
import { recordsOf } from "@/lib/testing/records";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { declareIncident } from "../incident/declare";
import { describeIncident } from "../incident/describe";
import { removeMetric } from "../metric-catalogue/remove";
import { disablePerson } from "../person/disable";
import { setRoles } from "../person/set-roles";
import { createService } from "../service/create";
import { search } from "./queries";

const database = openDatabase();
let one: TestTenant;
let other: TestTenant;
let records: Awaited<ReturnType<typeof recordsOf>>;

beforeAll(async () => {
  one = await newTenant();
  other = await newTenant();
  records = await recordsOf(one, "checkout-api", "live");
  // The same words as the one has: a service, a person, an incident.
  const said = { service: "checkout-api", severity: "sev1", title: "All is down" };
  await createService({ actor: other.admin }, { slug: said.service, name: "checkout-api", owner: "them" });
  await newPerson(other, ["change-board"], "Chris Board");
  await declareIncident({ actor: await newPerson(other, ["engineer"]) }, said);
});

const idsOf = async (tenant: TestTenant, text: string) =>
  (await search(tenant.admin, text, { limit: 50 })).items.map(({ id }) => id);
const documentsOf = (tenantId: string) =>
  asApp(database.web, { tenantId }, async (client) => {
    const { rows } = await client.query("select to_jsonb(d) as row from search_document d order by kind, record_id");
    return rows.map(({ row }) => row);
  });

it("every kind of record can be found", async () => {
  const kinds = new Set((await documentsOf(one.tenantId)).map(({ kind }) => kind));
  expect([...kinds].sort()).toEqual([...SEARCH_KINDS].sort());
});

it("no tenant finds anything of another, whatever it looks for", async () => {
  const theirs = new Set((await documentsOf(other.tenantId)).map(({ record_id }) => record_id));
  for (const text of ["checkout-api", "1", "INC-1", "example.com", "down", "them", "Chris Board"]) {
    const found = await idsOf(one, text);
    expect({ text, any: found.length > 0 }).toEqual({ text, any: true });
    expect({ text, theirs: found.filter((id) => theirs.has(id)) }).toEqual({ text, theirs: [] });
  }
  const [theirId = ""] = theirs;
  expect(await idsOf(one, theirId)).toEqual([]);
});

it("the database finds nothing where no tenant is set, and takes no row from the application", async () => {
  const ask = (settings: { tenantId?: string }) =>
    asApp(database.web, settings, (client) =>
      client.query("select 1 from search_documents('release', '1', 9, null, null, null, null, null)"),
    );
  expect((await ask({})).rowCount).toBe(0);
  expect((await ask(one)).rowCount).toBeGreaterThan(0);
  for (const statement of [
    "update search_document set title = ''",
    "delete from search_document",
    "select search_refresh('release', app_setting('tenant'), null)",
    "select search_forget('release', app_setting('tenant'), null)",
  ]) {
    const attempt = asApp(database.web, one, (client) => client.query(statement));
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  }
});

describe("what names a record", () => {
  it.each([
    ["its version", "1.0", "release"],
    ["service and version", "checkout-api 1.0", "release"],
    ["another way to write the service", "Checkout_API 1.0", "release"],
    ["the beginning of a commit", "ccccccc", "release"],
    ["the reference of an incident", "inc-1", "incident"],
    ["a number alone", "#1", "incident"],
    ["the address of a person", "ADMIN@", "person"],
    ["part of an address", "example.com", "person"],
    ["what a waiver says", "the drill is pl", "waiver"],
    ["words in any order", "watched pool", "postmortem"],
  ])("%s: %s", async (_, text, kind) => {
    const { items } = await search(one.admin, text);
    expect(items.map((item) => item.kind)).toContain(kind);
  });

  it("wholly brings its kind to the front", async () => {
    expect((await search(one.admin, "INC-2")).items[0]).toMatchObject({
      kind: "incident",
      title: expect.stringMatching(/^INC-2 /),
      href: expect.stringMatching(/^\/incidents\//),
    });
    expect((await search(one.admin, "checkout-api")).items[0]).toMatchObject({ kind: "service" });
    expect((await search(one.admin, one.admin.email)).items[0]).toMatchObject({ kind: "person", title: "Ada Admin" });
  });

  it("is a digest too, and its id", async () => {
    const { items } = await search(one.admin, records.digest);
    expect(items.find(({ kind }) => kind === "manifest")).toMatchObject({
      title: "Manifest of checkout-api 1.0, revision 1",
      href: `/releases/${records.ids.release}#manifest`,
    });
    expect(await idsOf(one, records.decisionId)).toEqual([records.decisionId]);
  });

  it("says where the words stand that its title does not hold", async () => {
    const { items } = await search(one.admin, "tried by hand", { kinds: ["waiver"] });
    expect(items[0]?.excerpt).toEqual(expect.stringContaining("The rollback was tried by hand."));
  });
});

it.each(["", "   ", "!!!", "' | & ! <-> :*", "\\", "\u0000", "\ud800", "%_", "(", "a".repeat(5000), "𝕏".repeat(300)])(
  "%j is no error",
  async (text) => {
    expect((await search(one.admin, text)).items).toEqual(expect.any(Array));
  },
);

it("what changes is found by what it is now", async () => {
  const { tenantId, admin } = await newTenant();
  const commander = await newPerson({ tenantId, admin, service: one.service }, ["incident-commander"], "Zoë Älvarez");
  const tenant = { tenantId, admin, service: one.service };
  const said = { service: "service-api", severity: "sev3", title: "Parsnips rot" };
  const { id } = await declareIncident({ actor: commander }, said);
  expect(await idsOf(tenant, "parsnips")).toEqual([id]);
  await describeIncident({ actor: commander }, { incidentId: id, title: "Turnips rot", impact: "No soup." });
  expect([await idsOf(tenant, "parsnips"), await idsOf(tenant, "turnips"), await idsOf(tenant, "soup")]).toEqual([
    [],
    [id],
    [id],
  ]);

  expect(await idsOf(tenant, "zoe alv")).toEqual([commander.id]);
  await disablePerson({ actor: admin }, { personId: commander.id });
  expect((await search(admin, "zoë")).items[0]).toMatchObject({ id: commander.id, state: "disabled" });
  await setRoles({ actor: admin }, { personId: commander.id, roles: ["viewer"] });
  expect(await idsOf(tenant, "zoe")).toEqual([commander.id]);
  await setRoles({ actor: admin }, { personId: commander.id, roles: [] });
  expect(await idsOf(tenant, "zoe")).toEqual([]);
});

it("a token that is limited to a service finds what belongs to no other", async () => {
  const tenant = await newTenant();
  const { id: serviceId } = await createService(
    { actor: tenant.admin },
    { slug: "other-api", name: "Other", owner: "them" },
  );
  const { actor } = await newToken(tenant);
  for (const service of ["service-api", "other-api"]) {
    await declareIncident({ actor }, { service, severity: "sev3", title: `Slow ${service}` });
  }
  const { actor: limited } = await newToken(tenant, undefined, { serviceId });
  const found = await search(limited, "slow");
  expect(found.items.map(({ title }) => title)).toEqual(["INC-2 Slow other-api"]);
  expect((await search(limited, "ada")).items).toHaveLength(1);
});

it("what triggers have kept is what is counted anew, and what the migration would make of it", async () => {
  await removeMetric({ actor: one.admin }, { metricId: records.ids.metric });
  const kept = await documentsOf(one.tenantId);
  expect(kept.filter(({ record_id }) => record_id === records.ids.metric)).toEqual([]);
  const migration = readFileSync("db/migrations/0022_search.sql", "utf8");
  const backfill = migration.split("--> statement-breakpoint").at(-1) ?? "";
  await database.owner.query("delete from search_document");
  await database.owner.query(backfill);
  expect(await documentsOf(one.tenantId)).toEqual(kept);
});
