import { beforeAll, describe, expect, it } from "vitest";
import { enter, ISSUER, newIdentity } from "@/lib/testing/provider-identity";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { ADMIN_PASSWORD, newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { addGroupRole } from "../group-role/add";
import { personOfSession } from "./actor";
import { addPerson } from "./add";
import { beginConfirmation, confirmByProvider, giveBackConfirmation, spendConfirmation } from "./confirmation";
import { disablePerson, enablePerson } from "./disable";
import { endOwnSessions, endSessions } from "./end-sessions";
import { listPeople } from "./queries";
import { signIn, stepUp } from "./sign-in";

const database = openDatabase();
let tenant: TestTenant;

beforeAll(async () => {
  tenant = await newTenant();
  await addGroupRole({ actor: tenant.admin }, { group: "board", role: "change-board" });
});

const secondsNow = () => Math.floor(Date.now() / 1000);

describe("sessions", () => {
  it("end at once, on every device, for oneself and by an admin", async () => {
    const person = await newPerson(tenant, ["viewer"]);
    await endOwnSessions({ actor: person }, {});
    expect(await personOfSession(person.id, 1)).toBeNull();
    expect(await personOfSession(person.id, 2)).not.toBeNull();
    await endSessions({ actor: tenant.admin }, { personId: person.id });
    expect(await personOfSession(person.id, 2)).toBeNull();
  });

  it("of somebody who belongs to another tenant too are no admin's to end, nor is the account to disable", async () => {
    const place = await newTenant();
    const { email, id } = place.admin;
    await addPerson({ actor: tenant.admin }, { email, name: "Mine", roles: ["viewer"] });
    for (const command of [endSessions, disablePerson]) {
      await expect(command({ actor: tenant.admin }, { personId: id })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await personOfSession(id, 1)).not.toBeNull();
  });

  it("a person is enabled again only where they were disabled, and nobody disables themselves", async () => {
    const person = await newPerson(tenant, ["viewer"]);
    await disablePerson({ actor: tenant.admin }, { personId: person.id });
    const elsewhere = await newTenant();
    await addPerson({ actor: elsewhere.admin }, { email: person.email, name: "Mine", roles: ["admin"] });
    const attempt = enablePerson({ actor: elsewhere.admin }, { personId: person.id });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
    await enablePerson({ actor: tenant.admin }, { personId: person.id });
    const own = disablePerson({ actor: tenant.admin }, { personId: tenant.admin.id });
    await expect(own).rejects.toMatchObject({ code: "conflict" });
  });

  it("two admins who disable each other at once leave one", async () => {
    const place = await newTenant();
    const second = await newPerson(place, ["admin"]);
    const outcomes = await Promise.allSettled([
      disablePerson({ actor: place.admin }, { personId: second.id }),
      disablePerson({ actor: second }, { personId: place.admin.id }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a confirmation by the provider", () => {
  it("counts once, for its person, and again when what it was for did not come about", async () => {
    const identity = newIdentity({ groups: ["board"] });
    const { person } = await enter(identity);
    const stranger = await enter(newIdentity({ groups: ["board"] }));
    const proof = { issuer: ISSUER, subject: identity.subject };
    const id = await beginConfirmation(person.id);
    await expect(spendConfirmation(person.id, id)).rejects.toMatchObject({ code: "unauthenticated" });
    const asked = { id, personId: person.id };
    expect(await confirmByProvider({ id, personId: stranger.person.id }, { ...proof, authTime: secondsNow() })).toBe(
      "other-person",
    );
    expect(await confirmByProvider(asked, { ...proof, subject: "somebody", authTime: secondsNow() })).toBe(
      "other-person",
    );
    expect(await confirmByProvider(asked, { ...proof, authTime: secondsNow() - 90 })).toBe("not-fresh");
    expect(await confirmByProvider(asked, { ...proof, authTime: secondsNow() })).toBeNull();
    expect(await confirmByProvider(asked, { ...proof, authTime: secondsNow() })).toBe("failed");
    await expect(spendConfirmation(stranger.person.id, id)).rejects.toMatchObject({ code: "unauthenticated" });

    const spent = await Promise.allSettled(Array.from({ length: 8 }, () => spendConfirmation(person.id, id)));
    expect(spent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await giveBackConfirmation(person.id, id);
    await expect(spendConfirmation(person.id, id)).resolves.toMatchObject({ personId: person.id, method: "oidc" });
  });

  it("is nobody else's to see, and no password stands in for one that a person does not have", async () => {
    const { person } = await enter(newIdentity({ groups: ["board"] }));
    await beginConfirmation(person.id);
    const rows = async (personId: string) =>
      (
        await asApp(database.web, { personId, tenantId: tenant.tenantId }, (client) =>
          client.query("select 1 from step_up"),
        )
      ).rowCount;
    expect(await rows(person.id)).toBe(1);
    expect(await rows(tenant.admin.id)).toBe(0);
    await expect(stepUp(person.id, "nobody")).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(stepUp(person.id, "")).rejects.toMatchObject({ code: "unauthenticated" });
  });
});

describe("the list of people", () => {
  it("tells those who manage people how each signs in and when they last did, and nobody else", async () => {
    const { person } = await enter(newIdentity({ groups: ["board"], name: "Wanda Wolf" }));
    await signIn(tenant.admin.email, ADMIN_PASSWORD, "office");
    const of = async (actor: typeof tenant.admin, filter: { q?: string; by?: string; state?: string }) =>
      (await listPeople(actor, filter)).items;
    const [wanda] = await of(tenant.admin, { q: "wanda" });
    expect(wanda).toMatchObject({ roles: ["change-board"], fromGroups: [{ role: "change-board", groups: ["board"] }] });
    expect(wanda?.signIn).toMatchObject({ password: false, provider: true, lastAt: expect.stringMatching(/Z$/) });
    const byPassword = (await of(tenant.admin, { by: "password" })).map(({ id }) => id);
    expect(byPassword).toContain(tenant.admin.id);
    expect(byPassword).not.toContain(person.id);
    const reader = await newPerson(tenant, ["viewer"]);
    expect((await of(reader, {})).every(({ signIn: told }) => told === null)).toBe(true);
    await disablePerson({ actor: tenant.admin }, { personId: reader.id });
    expect((await of(tenant.admin, { state: "disabled" })).map(({ id }) => id)).toContain(reader.id);
    expect((await of(tenant.admin, { state: "active" })).map(({ id }) => id)).not.toContain(reader.id);
  });
});

describe("links to the provider", () => {
  it("are seen by their person, the provider's own word and the person's tenants alone, and made by that word alone", async () => {
    const identity = newIdentity({ groups: ["board"] });
    const { person } = await enter(identity);
    const foreign = await newTenant();
    const seen = async (settings: { tenantId?: string; personId?: string }) =>
      (
        await asApp(database.web, settings, (client) =>
          client.query("select 1 from person_identity where person_id = $1", [person.id]),
        )
      ).rowCount;
    expect([
      await seen({}),
      await seen({ tenantId: foreign.tenantId }),
      await seen({ personId: foreign.admin.id }),
    ]).toEqual([0, 0, 0]);
    expect([await seen({ tenantId: tenant.tenantId }), await seen({ personId: person.id })]).toEqual([1, 1]);
    const forged = asApp(database.web, { tenantId: tenant.tenantId, personId: tenant.admin.id }, (client) =>
      client.query("insert into person_identity (issuer, subject, person_id, linked_at) values ('x', 'y', $1, now())", [
        tenant.admin.id,
      ]),
    );
    await expect(forged).rejects.toMatchObject({ code: "42501" });
    const moved = asApp(database.web, { personId: person.id }, (client) =>
      client.query("update person_identity set person_id = person_id"),
    );
    await expect(moved).rejects.toMatchObject({ code: "42501" });
  });
});
