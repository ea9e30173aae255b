import { beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "@/lib/testing/registry";
import { ADMIN_PASSWORD, confirmed, newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { actorIn, personOfSession } from "./actor";
import { addPerson } from "./add";
import { resetPassword } from "./reset-password";
import { setRoles } from "./set-roles";
import { signIn, stepUp } from "./sign-in";

openDatabase();
let tenant: TestTenant;
let other: TestTenant;

beforeAll(async () => {
  tenant = await newTenant();
  other = await newTenant();
});

const refused = { code: "unauthenticated" };

describe("a password", () => {
  it("opens the account it belongs to, in any spelling of the e-mail, and no other says why not", async () => {
    const { email } = tenant.admin;
    expect(await signIn(` ${email.toUpperCase()} `, ADMIN_PASSWORD, "a")).toMatchObject({ id: tenant.admin.id });
    const wrong = await signIn(email, "wrong", "a").catch((error: Error) => error);
    const nobody = await signIn("nobody@example.com", "wrong", "a").catch((error: Error) => error);
    expect(wrong).toMatchObject(refused);
    expect(nobody).toMatchObject({ ...refused, message: (wrong as Error).message });
  });

  it("may be tried ten times, then not even the right one is looked at", async () => {
    const { email } = other.admin;
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await expect(signIn(email, "wrong", `address-${attempt}`)).rejects.toMatchObject(refused);
    }
    await expect(signIn(email, ADMIN_PASSWORD, "elsewhere")).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is tried no more often by many who try at once", async () => {
    const { admin } = await newTenant();
    const attempts = Array.from({ length: 40 }, (_, index) => signIn(admin.email, `guess ${index}`, `many-${index}`));
    const results = await Promise.allSettled(attempts);
    const looked = results.filter((each) => each.status === "rejected" && each.reason.code === "unauthenticated");
    expect(looked).toHaveLength(10);
  });

  it("that is right, again and again, is never throttled", async () => {
    const { admin } = await newTenant();
    for (let attempt = 0; attempt < 55; attempt += 1) {
      await expect(signIn(admin.email, ADMIN_PASSWORD, "the office")).resolves.toMatchObject({ id: admin.id });
    }
  });

  it("proves a person again at signing, and only that person's does", async () => {
    const place = await newTenant();
    const proof = await stepUp(place.admin.id, ADMIN_PASSWORD);
    expect(proof).toMatchObject({ personId: place.admin.id, method: "password" });
    expect(Math.abs(proof.at.getTime() - Date.now())).toBeLessThan(60_000);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await expect(stepUp(place.admin.id, "wrong")).rejects.toMatchObject(refused);
    }
    await expect(stepUp(place.admin.id, ADMIN_PASSWORD)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("resetting a password", () => {
  it("ends the sessions of before, and the old password opens nothing", async () => {
    const email = "reset@example.com";
    const { id, password } = await addPerson({ actor: tenant.admin }, { email, name: "Reset", roles: ["viewer"] });
    const { sessionVersion } = await signIn(email, password ?? "", "b");
    expect(await personOfSession(id, sessionVersion)).not.toBeNull();
    const renewed = await resetPassword(confirmed(tenant.admin), { personId: id });
    expect(await personOfSession(id, sessionVersion)).toBeNull();
    await expect(signIn(email, password ?? "", "b")).rejects.toMatchObject(refused);
    await expect(signIn(email, renewed.password, "b")).resolves.toMatchObject({ id });
  });

  it("is no way into another tenant: nobody resets somebody who belongs elsewhere too", async () => {
    const place = await newTenant();
    const victim = await newPerson(place, ["admin"], "Vic Tim");
    const added = await addPerson({ actor: tenant.admin }, { email: victim.email, name: "Mine", roles: ["viewer"] });
    expect(added).toEqual({ id: victim.id, email: victim.email, password: null });
    const attempt = resetPassword(confirmed(tenant.admin), { personId: victim.id });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });

  it("asks for the admin's own password", async () => {
    const person = await newPerson(tenant, ["viewer"]);
    const attempt = resetPassword({ actor: tenant.admin }, { personId: person.id });
    await expect(attempt).rejects.toMatchObject(refused);
  });
});

describe("roles", () => {
  it("are read anew by every session, so that taking one away acts at once", async () => {
    const person = await newPerson(tenant, ["change-board", "viewer"]);
    const rolesNow = async () => {
      const found = await personOfSession(person.id, 1);
      return found && actorIn(found, tenant.tenantId)?.roles;
    };
    expect(await rolesNow()).toEqual(["viewer", "change-board"]);
    await setRoles({ actor: tenant.admin }, { personId: person.id, roles: ["viewer"] });
    expect(await rolesNow()).toEqual(["viewer"]);
    await setRoles({ actor: tenant.admin }, { personId: person.id, roles: [] });
    expect(await rolesNow()).toBeFalsy();
  });

  it("leave somebody admin", async () => {
    const attempt = setRoles({ actor: tenant.admin }, { personId: tenant.admin.id, roles: ["viewer"] });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  });

  it("of one tenant are nothing in another", async () => {
    const person = await newPerson(tenant, ["admin"]);
    const found = await personOfSession(person.id, 1);
    expect(found && actorIn(found, other.tenantId)?.tenantId).toBe(tenant.tenantId);
  });
});
