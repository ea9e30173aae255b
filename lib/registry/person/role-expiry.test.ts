import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import { inDays } from "@/lib/testing/approval-records";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newApprovers, readyRelease, sign } from "@/lib/testing/release";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { peopleWithRoles } from "../gate/approval-facts";
import { evaluateRelease } from "../gate/evaluate";
import { actorIn, personOfSession } from "./actor";
import { setRoleExpiry } from "./set-role-expiry";
import { setRoles } from "./set-roles";
import { warnOfRoleExpiry } from "./warn-of-role-expiry";

const database = openDatabase();
let tenant: TestTenant;
let admin: { actor: TestTenant["admin"] };

beforeAll(async () => {
  tenant = await newTenant();
  admin = { actor: tenant.admin };
  await readyToEnqueue();
});

/** As time passes: the end of somebody's roles comes to have been. */
const letExpire = (personId: string) =>
  asAppCommitted(`update membership set valid_until = clock_timestamp() - interval '1 ms' where person_id = $1`, [
    personId,
  ]);
const asAppCommitted = (text: string, values: unknown[]) =>
  asApp(database.web, { tenantId: tenant.tenantId }, async (client) => {
    await client.query(text, values);
    await client.query("commit");
  });

describe("a role whose time is over", () => {
  it("is held until, and not at, its end", async () => {
    const { id } = await newPerson(tenant, ["change-board"], "Tim Ely");
    const validUntil = inDays(30);
    await setRoleExpiry(admin, { personId: id, role: "change-board", validUntil });
    const end = new Date(validUntil).getTime();
    const heldAt = async (ms: number) =>
      (
        await transaction({ tenantId: tenant.tenantId }, (tx) => peopleWithRoles(tx, tenant.tenantId, new Date(ms)))
      ).has(id);
    expect([await heldAt(end - 1), await heldAt(end)]).toEqual([true, false]);
  });

  it("gives nothing in a session, and a signature in it counts no more", async () => {
    const approvers = await newApprovers(tenant);
    const release = await readyRelease((await newToken(tenant)).actor);
    for (const [role, person] of Object.entries(approvers)) await sign(person, release, role as keyof typeof approvers);
    const board = approvers["change-board"];
    const rolesNow = async () => {
      const found = await personOfSession(board.id, 1);
      return found && actorIn(found, tenant.tenantId)?.roles;
    };
    const { actor } = await newToken(tenant);
    const verdictNow = async () => {
      const { verdict } = await evaluateRelease({ actor }, { releaseId: release.id });
      return verdict.checks.find(({ id }) => id === "approvals.complete");
    };
    expect(await rolesNow()).toEqual(["change-board"]);
    expect(await verdictNow()).toMatchObject({ outcome: "pass" });
    await letExpire(board.id);
    expect(await rolesNow()).toBeUndefined();
    expect(await verdictNow()).toMatchObject({ outcome: "missing", observed: 2 });
    await expect(sign(board, await readyRelease(actor), "change-board")).rejects.toMatchObject({ code: "forbidden" });
    await setRoleExpiry(admin, { personId: board.id, role: "change-board", validUntil: null });
    expect(await verdictNow()).toMatchObject({ outcome: "pass" });
  });

  it("is refused in the past, and for a role that is not held", async () => {
    const { id: personId } = await newPerson(tenant, ["viewer"]);
    const past = setRoleExpiry(admin, { personId, role: "viewer", validUntil: inDays(-1) });
    await expect(past).rejects.toMatchObject({ issues: [{ path: "validUntil" }] });
    const other = setRoleExpiry(admin, { personId, role: "engineer", validUntil: inDays(1) });
    await expect(other).rejects.toMatchObject({ issues: [{ path: "role" }] });
  });
});

describe("the last admin without an end", () => {
  it("gets none, not even where two admins end each other at once, and is not removed for one who ends", async () => {
    const place = await newTenant();
    const one = { actor: place.admin };
    const end = (personId: string, by = one) => setRoleExpiry(by, { personId, role: "admin", validUntil: inDays(1) });
    await expect(end(place.admin.id)).rejects.toMatchObject({ code: "conflict" });
    const second = await newPerson(place, ["admin"], "Bo Admin");
    const results = await Promise.allSettled([end(second.id), end(place.admin.id, { actor: second })]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [lasting, ending] = results[0].status === "fulfilled" ? [place.admin, second] : [second, place.admin];
    const removal = setRoles({ actor: ending }, { personId: lasting.id, roles: ["viewer"] });
    await expect(removal).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the warning of an end", () => {
  const told = (personId: string) =>
    asApp(database.web, { tenantId: tenant.tenantId }, async (client) => {
      const text = "select recipient_id as to, key from notification where key like $1 order by key, recipient_name";
      const { rows } = await client.query(text, [`role-expiring:${personId}:%`]);
      return rows.map(({ to, key }) => `${key.split(":").at(-1)} ${to === personId ? "person" : "admin"}`);
    });

  it("comes a week and a day before to the person and the admins, once, however often the minute strikes", async () => {
    const { id } = await newPerson(tenant, ["sre-on-call"], "Wanda Warned");
    const validUntil = inDays(20);
    await setRoleExpiry(admin, { personId: id, role: "sre-on-call", validUntil });
    const early = (days: number) => new Date(new Date(validUntil).getTime() - days * 86_400_000);
    await warnOfRoleExpiry(tenant.tenantId, early(8));
    expect(await told(id)).toEqual([]);
    await warnOfRoleExpiry(tenant.tenantId, early(7));
    await Promise.all([warnOfRoleExpiry(tenant.tenantId, early(6)), warnOfRoleExpiry(tenant.tenantId, early(6))]);
    expect((await told(id)).sort()).toEqual(["7 admin", "7 person"]);
    await warnOfRoleExpiry(tenant.tenantId, early(1));
    await warnOfRoleExpiry(tenant.tenantId, early(0));
    expect((await told(id)).sort()).toEqual(["1 admin", "1 person", "7 admin", "7 person"]);
  });
});
