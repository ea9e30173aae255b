import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, type TestTenant } from "@/lib/testing/tenant";
import { createService } from "../service/create";
import { entryDetail } from "./detail";
import { type LedgerFilter, listEntries } from "./queries";
import { recordHistory } from "./record";
import { verifyLedger } from "./verify";

const database = openDatabase();
let tenant: TestTenant;

beforeAll(async () => {
  tenant = await newTenant();
  await fill(tenant);
});

async function fill({ admin }: TestTenant): Promise<void> {
  for (const slug of ["cli", "mapping", "auditor", "scheduler", "eval-suite"]) {
    await createService({ actor: admin }, { slug, name: slug, owner: "platform" });
  }
}

/** What nobody but the owner of the tables can do: past the triggers that refuse any change. */
async function tamper({ tenantId }: TestTenant, statement: string, values: unknown[] = []): Promise<void> {
  const client = await database.owner.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.tenant', $1, true)", [tenantId]);
    await client.query("alter table ledger_entry disable trigger user");
    const { rowCount } = await client.query(statement, values);
    expect(rowCount).toBe(1);
    await client.query("alter table ledger_entry enable trigger user");
    await client.query("commit");
  } finally {
    client.release();
  }
}

async function tampered(statement: string, values: unknown[] = []) {
  const victim = await newTenant();
  await fill(victim);
  await tamper(victim, statement, values);
  return victim;
}

describe("verifying a ledger", () => {
  it("says how many entries there are and which head they lead to", async () => {
    const { head } = await listEntries(tenant.admin, {});
    const result = await verifyLedger(tenant.admin);
    expect(result).toMatchObject({ size: head?.size, head: head?.root, finding: null });
    expect(result.size).toBe(7);
  });

  it("names the first entry that was rewritten, even with its own hash made anew", async () => {
    const body = Buffer.from('{"command":"service.create","rewritten":true}');
    const leaf = createHash("sha256").update(Buffer.of(0)).update(body).digest();
    const victim = await tampered("update ledger_entry set body = $1, leaf = $2 where idx = 3", [body, leaf]);
    expect((await verifyLedger(victim.admin)).finding).toEqual({
      index: 3,
      problem: "the tree head does not match the entries before it",
    });
    expect((await verifyLedger(tenant.admin)).finding).toBeNull();
  });

  it("names an entry that was taken out of the middle", async () => {
    const victim = await tampered("delete from ledger_entry where idx = 4");
    expect((await verifyLedger(victim.admin)).finding).toMatchObject({ index: 4 });
  });

  it("notices that the end was cut off", async () => {
    const victim = await tampered("delete from ledger_entry where idx = 6");
    expect((await verifyLedger(victim.admin)).finding).toMatchObject({ index: 6 });
  });

  it("notices a head that was replaced", async () => {
    const root = createHash("sha256").update("another").digest();
    const victim = await tampered("update ledger_head set root = $1", [root]);
    expect((await verifyLedger(victim.admin)).finding).toMatchObject({ index: 6 });
  });

  it("still shows an entry whose body can no longer be read", async () => {
    const body = Buffer.from("not JSON");
    const leaf = createHash("sha256").update(Buffer.of(0)).update(body).digest();
    const victim = await tampered("update ledger_entry set body = $1, leaf = $2 where idx = 2", [body, leaf]);
    expect(await entryDetail(victim.admin, "2")).toMatchObject({ body: null, text: "not JSON", kind: "unreadable" });
    expect((await listEntries(victim.admin, {})).items).toHaveLength(7);
  });
});

it("entries are found by who and when", async () => {
  const { admin } = tenant;
  const today = new Date().toISOString().slice(0, 10);
  const count = async (filter: LedgerFilter) => (await listEntries(admin, filter)).items.length;
  const all = await count({});
  expect(await count({ by: "ADA" })).toBe(all);
  expect(await count({ by: "Bob" })).toBe(0);
  expect(await count({ by: "%" })).toBe(0);
  expect(await count({ from: today, until: today })).toBe(all);
  expect(await count({ until: "2000-02-29" })).toBe(0);
  await expect(listEntries(admin, { from: "2001-02-29" })).rejects.toMatchObject({ code: "invalid" });
});

it("a record's history is all that was done to it, and another tenant's is not there", async () => {
  const { id } = await createService({ actor: tenant.admin }, { slug: "runtime", name: "Runtime", owner: "platform" });
  const history = await recordHistory(tenant.admin, id);
  expect(history).toMatchObject({ kind: "service", name: "runtime" });
  expect(history.items.map(({ sentence }) => sentence)).toEqual(["added the service runtime"]);
  const stranger = await newTenant();
  await expect(recordHistory(stranger.admin, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(recordHistory(tenant.admin, "nothing")).rejects.toMatchObject({ code: "not_found" });
});

it("entries are found by record, by kind and by the start of a command", async () => {
  const { id } = await createService(
    { actor: tenant.admin },
    { slug: "coverage", name: "Coverage", owner: "platform" },
  );
  const byRecord = await listEntries(tenant.admin, { record: id });
  expect(byRecord.items.map(({ command, name }) => [command, name])).toEqual([["service.create", "coverage"]]);
  const kinds = (await listEntries(tenant.admin, { kind: "tenant" })).items.map(({ command }) => command);
  expect(kinds).toEqual(["tenant.bootstrap"]);
  expect((await listEntries(tenant.admin, { command: "tenant." })).items).toHaveLength(1);
  await expect(listEntries(tenant.admin, { record: "service" })).rejects.toMatchObject({ code: "invalid" });
});
