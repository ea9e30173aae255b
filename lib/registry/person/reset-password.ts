import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { membership, person } from "@/db/schema/tenant";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { generatePassword, hashPassword } from "./password";

/** Gives a person a new generated password, returned once, and ends their sessions. */
export const resetPassword = command({
  name: "person.reset-password",
  permission: "person:manage",
  stepUp: true,
  input: z.strictObject({ personId: z.uuid() }),
  async run({ tx, actor }, { personId }) {
    requirePerson(actor);
    const [member] = await tx
      .select()
      .from(membership)
      .where(and(eq(membership.tenantId, actor.tenantId), eq(membership.personId, personId)))
      .limit(1);
    if (!member) throw new DomainError("not_found", "There is no such person here.");
    const password = generatePassword();
    await tx
      .update(person)
      .set({ passwordHash: await hashPassword(password), sessionVersion: sql`${person.sessionVersion} + 1` })
      .where(eq(person.id, personId));
    return {
      value: { id: personId, password },
      record: { kind: "person", subjects: [personId], data: { person: personId, passwordReset: true } },
    };
  },
});
