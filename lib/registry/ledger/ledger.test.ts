import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { canonicalJson } from "@/lib/core/digest";
import { leafHash, treeHead, verifyEntries } from "@/lib/core/ledger/merkle";
import { ledgerOf } from "@/lib/testing/census";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newTenant, type TestTenant } from "@/lib/testing/tenant";
import { createService } from "../service/create";
import { appendToLedger } from "./append";

const database = openDatabase();
let tenant: TestTenant;
let tenantId: string;
const ENTRIES = 40;

beforeAll(async () => {
  tenant = await newTenant();
  tenantId = tenant.tenantId;
  const already = (await ledgerOf(database.web, tenantId)).length;
  for (let index = already; index < ENTRIES; index += 1) {
    const record = { kind: "note", subjects: [tenantId], data: { index, text: "ž ☃ 😀" } };
    const entry = { command: "test.note", actor: tenant.admin, at: new Date(), record };
    await transaction({ tenantId }, (tx) => appendToLedger(tx, entry));
  }
});

const rowsOf = (order = "idx") =>
  asApp(database.web, { tenantId }, async (client) => {
    const { rows } = await client.query(
      `select idx::int as index, body, leaf, root from ledger_entry order by ${order}`,
    );
    return rows;
  });

describe("the ledger's tree", () => {
  it("has after every entry the head that RFC 6962 gives for the entries so far", async () => {
    const rows = await rowsOf();
    expect(rows).toHaveLength(ENTRIES);
    for (let size = 1; size <= ENTRIES; size += 1) {
      const leaves = rows.slice(0, size).map(({ body }) => leafHash(body));
      expect(rows[size - 1]?.root.toString("hex")).toBe(treeHead(leaves).toString("hex"));
    }
    expect(verifyEntries(rows)).toBeNull();
  });

  it("keeps the head and size of the whole beside the entries", async () => {
    const head = await asApp(database.web, { tenantId }, async (client) => {
      const { rows } = await client.query("select size::int, root from ledger_head");
      return rows[0];
    });
    const rows = await rowsOf();
    expect(head).toEqual({ size: ENTRIES, root: rows.at(-1)?.root });
  });

  it("starts a tenant without entries at the head of the empty tree", async () => {
    const empty = "00000000-0000-7000-8000-000000000001";
    const head = await asApp(database.web, { tenantId: empty }, async (client) => {
      await client.query("select ledger_append('\\x7b7d', 'first', now(), '{}')");
      return (await client.query("select root, frontier from ledger_head")).rows[0];
    });
    expect(head.root.toString("hex")).toBe(treeHead([leafHash(Buffer.from("{}"))]).toString("hex"));
  });

  it("shows a body that was changed behind its back", async () => {
    const rows = await rowsOf();
    const forged = rows.map((row) => (row.index === 7 ? { ...row, body: Buffer.from('{"v":1}') } : row));
    expect(verifyEntries(forged)?.index).toBe(7);
    expect(verifyEntries(rows.filter(({ index }) => index !== 7))?.index).toBe(7);
  });
});

describe("the app role", () => {
  const tables = ["ledger_entry", "ledger_subject", "ledger_head"];
  it.each(tables)("cannot insert into, update, delete from or truncate %s", async (table) => {
    const statements = [
      `insert into ${table} (tenant_id) values ('${tenantId}')`,
      `update ${table} set tenant_id = tenant_id`,
      `delete from ${table}`,
      `truncate ${table}`,
    ];
    for (const statement of statements) {
      const attempt = asApp(database.web, { tenantId }, (client) => client.query(statement));
      await expect(attempt, statement).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("cannot append without a tenant", async () => {
    const attempt = asApp(database.web, {}, (client) =>
      client.query("select ledger_append('\\x7b7d', 'x', now(), '{}')"),
    );
    await expect(attempt).rejects.toMatchObject({ code: "42501" });
  });

  it("cannot switch the append-only triggers off", async () => {
    for (const statement of [
      "alter table ledger_entry disable trigger all",
      "set session_replication_role = replica",
      "drop function ledger_append",
    ]) {
      const attempt = asApp(database.web, { tenantId }, (client) => client.query(statement));
      await expect(attempt, statement).rejects.toMatchObject({ code: "42501" });
    }
  });
});

it("not even the tables' owner can rewrite an entry of a tenant that is no sample", async () => {
  const client = await database.owner.connect();
  try {
    for (const statement of ["update ledger_entry set command = 'x'", "delete from ledger_entry"]) {
      await client.query("begin");
      await client.query("select set_config('app.tenant', $1, true)", [tenantId]);
      await client.query("select set_config('app.removing_sample', 'on', true)");
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: "42501" });
      await client.query("rollback");
    }
    await expect(client.query("truncate ledger_entry")).rejects.toMatchObject({ code: "42501" });
  } finally {
    client.release();
  }
});

it("a body is canonical JSON and says who did what, when, to which records", async () => {
  const { id } = await createService({ actor: tenant.admin }, { slug: "billing", name: "Billing", owner: "finance" });
  const last = (await ledgerOf(database.web, tenantId)).at(-1);
  expect(last?.command).toBe("service.create");
  expect(last?.body).toEqual({
    v: 1,
    command: "service.create",
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    actor: { kind: "person", id: tenant.admin.id, name: "Ada Admin" },
    kind: "service",
    subjects: [id],
    data: { service: id, slug: "billing", name: "Billing", owner: "finance" },
  });
  const raw = (await rowsOf()).at(-1)?.body.toString("utf8");
  expect(raw).toBe(canonicalJson(last?.body));
});
