import { beforeAll, describe, expect, it } from "vitest";
import type { ProviderIdentity } from "@/lib/core/identity/claims";
import { ledgerOf } from "@/lib/testing/census";
import { enter, ISSUER, newIdentity, rolesIn } from "@/lib/testing/provider-identity";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { ADMIN_PASSWORD, confirmed, newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { addGroupRole } from "../group-role/add";
import { removeGroupRole } from "../group-role/remove";
import { personOfSession } from "./actor";
import { addPerson } from "./add";
import { disablePerson, enablePerson } from "./disable";
import { signInWithProvider } from "./provider-sign-in";
import { setRoles } from "./set-roles";
import { signIn } from "./sign-in";
import { unlinkIdentity } from "./unlink-identity";

const database = openDatabase();
let tenant: TestTenant;
let other: TestTenant;
const mapped: Record<string, string> = {};

beforeAll(async () => {
  [tenant, other] = [await newTenant(), await newTenant()];
  const admin = { actor: tenant.admin };
  for (const [group, role] of [
    ["board", "change-board"],
    ["deputies", "change-board"],
    ["all", "viewer"],
    ["admins", "admin"],
  ] as const)
    mapped[group] = (await addGroupRole(admin, { group, role })).id;
  await addGroupRole({ actor: other.admin }, { group: "board", role: "engineer" });
});

const refusalOf = async (identity: Parameters<typeof signInWithProvider>[0]) => {
  const answer = await signInWithProvider(identity);
  return answer.ok ? "let in" : answer.reason;
};

describe("a first sign-in", () => {
  it("makes a person with the roles that the groups give, in every tenant that maps them, and records it in each", async () => {
    const identity = newIdentity({ groups: ["board", "all", "unknown"] });
    const { person } = await enter(identity);
    expect(rolesIn(person, tenant.tenantId)).toEqual(["viewer", "change-board"]);
    expect(rolesIn(person, other.tenantId)).toEqual(["engineer"]);
    const entry = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
    expect(entry?.body).toMatchObject({
      command: "person.sync-groups",
      actor: { kind: "system" },
      kind: "person",
      subjects: [person.id],
      data: {
        created: true,
        provider: ISSUER,
        groups: ["all", "board"],
        before: [],
        after: ["change-board", "viewer"],
      },
    });
  });

  it("of sixteen windows at once makes one person", async () => {
    const identity = newIdentity({ groups: ["all"] });
    const entered = await Promise.all(Array.from({ length: 16 }, () => enter(identity)));
    expect(new Set(entered.map(({ person }) => person.id)).size).toBe(1);
    const entries = (await ledgerOf(database.web, tenant.tenantId)).filter(({ body }) =>
      (body.subjects as string[]).includes(entered[0]?.person.id ?? ""),
    );
    expect(entries).toHaveLength(1);
  });

  it("of two accounts with one address makes one person, of the first account", async () => {
    const [one, two] = [newIdentity({ groups: ["all"] }), newIdentity({ groups: ["all"] })];
    const outcomes = await Promise.all([refusalOf(one), refusalOf({ ...two, email: one.email })]);
    expect(outcomes.sort()).toEqual(["let in", "other-identity"]);
  });

  it("links the account of a verified address, which keeps its roles and its password", async () => {
    const { email } = other.admin;
    const identity = newIdentity({ email });
    expect(await refusalOf({ ...identity, emailVerified: false })).toBe("email-not-verified");
    const { person } = await enter(identity);
    expect(person).toMatchObject({ id: other.admin.id, hasPassword: true });
    expect(rolesIn(person, other.tenantId)).toEqual(["admin"]);
    expect((await ledgerOf(database.web, other.tenantId)).at(-1)?.body.data).toMatchObject({ linked: true });
    await expect(signIn(email, ADMIN_PASSWORD, "office")).resolves.toMatchObject({ id: other.admin.id });
    // The address passes to somebody else at the provider: the account does not.
    expect(await refusalOf(newIdentity({ email }))).toBe("other-identity");
  });

  it("finds somebody whom an admin has added without a password", async () => {
    const identity = newIdentity();
    const input = { email: identity.email, name: "Added", roles: ["engineer"], signsInBy: "provider" };
    const added = await addPerson({ actor: tenant.admin }, input);
    expect(added.password).toBeNull();
    await expect(signIn(identity.email ?? "", "", "office")).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await enter(identity)).person).toMatchObject({ id: added.id, hasPassword: false });
  });

  it("of a stranger without a role leaves nothing behind", async () => {
    const identity = newIdentity({ groups: ["unknown"] });
    expect(await refusalOf(identity)).toBe("no-role");
    expect(await tracesOf(identity)).toBe(0);
    expect(await refusalOf({ ...identity, groups: ["all"] })).toBe("let in");
    expect(await tracesOf(identity)).toBe(2);
  });
});

describe("a later sign-in", () => {
  it("takes away at once what the groups no longer give, ends the sessions of before, and leaves other roles alone", async () => {
    const identity = newIdentity({ groups: ["board", "all"] });
    const first = await enter(identity);
    const { id } = first.person;
    await setRoles({ actor: tenant.admin }, { personId: id, roles: ["viewer", "change-board", "engineer"] });
    const second = await enter({ ...identity, groups: ["all"] });
    expect(rolesIn(second.person, tenant.tenantId)).toEqual(["viewer", "engineer"]);
    expect(second.person.memberships.map(({ tenantId }) => tenantId)).toEqual([tenant.tenantId]);
    expect(await personOfSession(id, first.sessionVersion)).toBeNull();
    const entry = (await ledgerOf(database.web, tenant.tenantId)).at(-1);
    expect(entry?.body.data).toMatchObject({
      before: ["change-board", "engineer", "viewer"],
      after: ["engineer", "viewer"],
    });
  });

  it("with the same groups changes and records nothing", async () => {
    const identity = newIdentity({ groups: ["board"] });
    const first = await enter(identity);
    const before = (await ledgerOf(database.web, tenant.tenantId)).length;
    expect((await enter(identity)).sessionVersion).toBe(first.sessionVersion);
    expect(await ledgerOf(database.web, tenant.tenantId)).toHaveLength(before);
  });

  it("without any role left is refused, and what was taken away stays away", async () => {
    const identity = newIdentity({ groups: ["all"] });
    const { person, sessionVersion } = await enter(identity);
    expect(await refusalOf({ ...identity, groups: [] })).toBe("no-role");
    expect(await personOfSession(person.id, sessionVersion)).toBeNull();
  });

  it("never takes the last admin away", async () => {
    const place = await newTenant();
    await addGroupRole({ actor: place.admin }, { group: "captains", role: "admin" });
    const identity = newIdentity({ groups: ["captains"] });
    const { person } = await enter(identity);
    await setRoles({ actor: { ...place.admin, id: person.id } }, { personId: place.admin.id, roles: [] });
    const again = await enter({ ...identity, groups: [] });
    expect(rolesIn(again.person, place.tenantId)).toEqual(["admin"]);
    const row = await asApp(database.web, { tenantId: place.tenantId }, (client) =>
      client.query("select id from group_role"),
    );
    const removal = removeGroupRole({ actor: { ...place.admin, id: person.id } }, { groupRoleId: row.rows[0].id });
    await expect(removal).rejects.toMatchObject({ code: "conflict" });
  });

  it("gives again what had run out", async () => {
    const identity = newIdentity({ groups: ["board"] });
    const member = await newPerson(tenant, ["change-board", "viewer"]);
    await change(
      tenant,
      "update membership set valid_until = now() where person_id = $1 and role = 'change-board'",
      member.id,
    );
    const { person } = await enter({ ...identity, email: member.email });
    expect(rolesIn(person, tenant.tenantId)).toEqual(["viewer", "change-board"]);
  });
});

describe("an admin", () => {
  it("who removes a mapping takes the role at once from those who have it by that group alone", async () => {
    const [one, both] = [newIdentity({ groups: ["deputies"] }), newIdentity({ groups: ["deputies", "board"] })];
    const sessions = [await enter(one), await enter(both)];
    const removed = await removeGroupRole({ actor: tenant.admin }, { groupRoleId: mapped.deputies });
    expect(removed.lost).toBe(1);
    const now = await Promise.all(
      sessions.map(({ person, sessionVersion }) => personOfSession(person.id, sessionVersion)),
    );
    expect(now[0]?.memberships).toEqual([]);
    expect(now[1] && rolesIn(now[1], tenant.tenantId)).toEqual(["change-board"]);
  });

  it("who disables somebody ends their sessions and keeps them out by either way, until they are enabled", async () => {
    const identity = newIdentity({ groups: ["all"] });
    const { person, sessionVersion } = await enter(identity);
    await disablePerson({ actor: tenant.admin }, { personId: person.id });
    expect(await personOfSession(person.id, sessionVersion)).toBeNull();
    expect(await refusalOf(identity)).toBe("disabled");
    await enablePerson({ actor: tenant.admin }, { personId: person.id });
    expect(await personOfSession(person.id, sessionVersion)).toBeNull();
    expect(await refusalOf(identity)).toBe("let in");
  });

  it("who unlinks somebody lets another account of the verified address in", async () => {
    const identity = newIdentity({ groups: ["all"] });
    const { person, sessionVersion } = await enter(identity);
    const renewed = newIdentity({ email: identity.email, groups: ["all"] });
    expect(await refusalOf(renewed)).toBe("other-identity");
    await unlinkIdentity(confirmed(tenant.admin), { personId: person.id });
    expect(await personOfSession(person.id, sessionVersion)).toBeNull();
    expect((await enter(renewed)).person.id).toBe(person.id);
  });
});

/** Rows about somebody who may have no tenant: the person and the link. */
async function tracesOf({ email, issuer, subject }: ProviderIdentity): Promise<number> {
  return asApp(database.web, {}, async (client) => {
    const settings = { "app.email": email, "app.issuer": issuer, "app.subject": subject };
    for (const [name, value] of Object.entries(settings))
      await client.query("select set_config($1, $2, true)", [name, value]);
    const statement = "select (select count(*) from person) + (select count(*) from person_identity) as n";
    return Number((await client.query(statement)).rows[0].n);
  });
}

async function change({ tenantId }: TestTenant, statement: string, value: string): Promise<void> {
  const client = await database.web.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('role', 'readiness_app', true), set_config('app.tenant', $1, true)", [
      tenantId,
    ]);
    await client.query(statement, [value]);
    await client.query("commit");
  } finally {
    client.release();
  }
}
