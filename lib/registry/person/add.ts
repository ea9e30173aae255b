import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { membership, person } from "@/db/schema/tenant";
import { ROLES } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { generatePassword, hashPassword } from "./password";

/**
 * Adds a person to the tenant with roles. Somebody new gets a generated password, returned once, or none where the
 * identity provider is to sign them in; somebody known in another tenant keeps what they have.
 */
export const addPerson = command({
  name: "person.add",
  permission: "person:manage",
  input: z.strictObject({
    email: z
      .email()
      .max(320)
      .transform((text) => text.toLowerCase()),
    name: z.string().trim().min(1, "must not be empty").max(200),
    roles: z.array(z.enum(ROLES)).min(1, "give at least one role"),
    signsInBy: z.enum(["password", "provider"]).default("password"),
  }),
  async run({ tx, actor, now }, input) {
    requirePerson(actor);
    const password = input.signsInBy === "password" ? generatePassword() : null;
    const fresh = {
      id: newId(now),
      email: input.email,
      name: input.name,
      passwordHash: password && (await hashPassword(password)),
      createdAt: now,
    };
    // A person is visible by e-mail or membership; this one has no membership yet.
    await tx.execute(sql`select set_config('app.email', ${input.email}, true)`);
    const inserted = await tx.insert(person).values(fresh).onConflictDoNothing().returning({ id: person.id });
    const id = inserted[0]?.id ?? (await knownId());
    async function knownId(): Promise<string> {
      const [known] = await tx
        .select({ id: person.id })
        .from(person)
        .where(eq(sql`lower(${person.email})`, input.email));
      if (!known) throw new DomainError("conflict", "This person is being added by somebody else; try again.");
      return known.id;
    }
    const [member] = await tx
      .select()
      .from(membership)
      .where(and(eq(membership.tenantId, actor.tenantId), eq(membership.personId, id)))
      .limit(1);
    if (member) {
      throw new DomainError("conflict", `${input.email} is a member already. Change their roles instead.`, [
        { path: "email", message: "is a member already" },
      ]);
    }
    const roles = [...new Set(input.roles)];
    await tx
      .insert(membership)
      .values(roles.map((role) => ({ tenantId: actor.tenantId, personId: id, role, grantedAt: now })));
    return {
      value: { id, email: input.email, password: inserted.length > 0 ? password : null },
      record: { kind: "person", subjects: [id], data: { person: id, email: input.email, name: input.name, roles } },
    };
  },
});
