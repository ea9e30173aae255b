import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { createFeed } from "@/lib/registry/calendar-feed/create";
import { ownFeed } from "@/lib/registry/calendar-feed/queries";
import { revokeFeed } from "@/lib/registry/calendar-feed/revoke";
import { setRoles } from "@/lib/registry/person/set-roles";
import { census } from "@/lib/testing/census";
import { rehearsalDocument } from "@/lib/testing/documents";
import { respond } from "@/lib/testing/http";
import { recordsOf } from "@/lib/testing/records";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { recordRehearsal } from "../registry/rehearsal/record";

const database = openDatabase();
let tenant: TestTenant;
let records: Awaited<ReturnType<typeof recordsOf>>;

beforeAll(async () => {
  tenant = await newTenant();
  records = await recordsOf(tenant, "checkout", "live");
  const { actor } = await newToken(tenant);
  await recordRehearsal({ actor }, { document: rehearsalDocument(records.subject) });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  respond(new Request(`http://readiness.test${path}`, { headers }));
const withToken = (token: string) => get("/api/v1/rehearsals/calendar.ics", { authorization: `Bearer ${token}` });
const atAddress = (file: string) => get(`/api/v1/calendar/${file}`);

async function eventsIn(response: Response): Promise<string[]> {
  expect(response.status).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await response.text()));
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event).uid);
}
const due = () => `due-${records.ids.service}-${records.ids.environment}@readiness`;
const session = () => `session-${records.ids.session}@readiness`;

async function subscriber(
  roles: Parameters<typeof newPerson>[1] = ["viewer"],
): Promise<{ person: PersonActor; file: string }> {
  const person = await newPerson(tenant, roles);
  return { person, file: (await createFeed({ actor: person }, {})).file };
}

describe("the calendar", () => {
  it("holds due dates and sessions for a token that may read, and only those within its reach", async () => {
    const response = await withToken((await newToken(tenant, ["read"])).text);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect((await eventsIn(response)).sort()).toEqual([due(), session()].sort());
    const elsewhere = (await newToken(tenant, ["read"], { serviceId: tenant.service.id })).text;
    expect(await eventsIn(await withToken(elsewhere))).toEqual([]);
    const foreign = (await newToken(await newTenant(), ["read"])).text;
    expect(await eventsIn(await withToken(foreign))).toEqual([]);
  });

  it("is the same at a person's own address, which notes its use", async () => {
    const { person, file } = await subscriber();
    const response = await atAddress(file);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect((await eventsIn(response)).sort()).toEqual([due(), session()].sort());
    expect((await ownFeed(person))?.lastUsedAt).not.toBeNull();
  });
});

describe("a personal address is answered with one and the same 404", () => {
  const refusalOf = async (file: string) => {
    const response = await atAddress(file);
    const { traceId: _, ...problem } = await response.json();
    expect(JSON.stringify(problem)).not.toContain(file.slice(0, 20));
    return { status: response.status, problem };
  };

  it("once it is mistyped, unknown, revoked, replaced, or its person has left or is disabled", async () => {
    const { file } = await subscriber();
    const [id = "", secret = ""] = file.split(".");
    const flipped = `${secret.startsWith("A") ? "B" : "A"}${secret.slice(1)}`;
    const refusals = [
      await refusalOf(`${id}.${flipped}.ics`),
      await refusalOf(`${"0".repeat(8)}${id.slice(8)}.${secret}.ics`),
      await refusalOf(`${id}.${secret}`),
      await refusalOf(id),
    ];
    const revoked = await subscriber();
    await revokeFeed({ actor: revoked.person }, { feedId: revoked.file.split(".")[0] });
    refusals.push(await refusalOf(revoked.file));
    const replaced = await subscriber();
    const { file: next } = await createFeed({ actor: replaced.person }, {});
    refusals.push(await refusalOf(replaced.file));
    expect((await atAddress(next)).status).toBe(200);
    const left = await subscriber();
    await setRoles({ actor: tenant.admin }, { personId: left.person.id, roles: [] });
    refusals.push(await refusalOf(left.file));
    const disabled = await subscriber();
    await asOwner(disabled.person, "update person set disabled_at = now() where id = $1");
    refusals.push(await refusalOf(disabled.file));
    for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
    expect(refusals[0]?.status).toBe(404);
    expect((await atAddress(file)).status).toBe(200);
  });

  it("and changes nothing; what is stored is no secret", async () => {
    const { file } = await subscriber();
    const before = await census(database.web, tenant.tenantId);
    await refusalOf(file.replace(/.\.ics$/, "_.ics"));
    expect(await census(database.web, tenant.tenantId)).toEqual(before);
    const stored = await asApp(database.web, { tenantId: tenant.tenantId }, (client) =>
      client.query(
        "select to_jsonb(t)::text as row from calendar_feed t union select convert_from(body, 'UTF8') from ledger_entry",
      ),
    );
    expect(stored.rows.map(({ row }) => row).join()).not.toContain(file.split(".")[1]);
  });
});

it("nobody revokes another's address, and a feed's id alone shows that one row", async () => {
  const [one, other] = [await subscriber(), await subscriber()];
  const feedId = one.file.split(".")[0];
  await expect(revokeFeed({ actor: other.person }, { feedId })).rejects.toMatchObject({ code: "not_found" });
  const client = await database.web.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('role', 'readiness_app', true), set_config('app.feed', $1, true)", [feedId]);
    const { rows } = await client.query("select id from calendar_feed");
    expect(rows.map(({ id }) => id)).toEqual([feedId]);
  } finally {
    await client.query("rollback");
    client.release();
  }
});

/** As the owner of the tables, within the person's tenant. */
async function asOwner({ tenantId, id }: PersonActor, statement: string): Promise<void> {
  const client = await database.owner.connect();
  try {
    await client.query("select set_config('app.tenant', $1, false)", [tenantId]);
    await client.query(statement, [id]);
    await client.query("select set_config('app.tenant', '', false)");
  } finally {
    client.release();
  }
}
