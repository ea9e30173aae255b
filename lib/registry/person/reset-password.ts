import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { person } from "@/db/schema/tenant";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { requireMember, requireNoOtherTenant } from "./member";
import { generatePassword, hashPassword } from "./password";

/** Gives a person a new generated password, returned once, and ends their sessions. */
export const resetPassword = command({
  name: "person.reset-password",
  permission: "person:manage",
  stepUp: true,
  input: z.strictObject({ personId: z.uuid() }),
  async run({ tx, actor }, { personId }) {
    requirePerson(actor);
    await requireMember(tx, actor.tenantId, personId);
    await requireNoOtherTenant(tx, actor.tenantId, personId, "reset their password");
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
