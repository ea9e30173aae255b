import { and, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
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
    await requireNoOtherTenant(tx, actor.tenantId, personId);
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

/** One password opens every tenant of a person: an admin of one must not get into the others by it. */
async function requireNoOtherTenant(tx: Tx, tenantId: string, personId: string): Promise<void> {
  // Memberships elsewhere are visible to the person alone.
  await tx.execute(sql`select set_config('app.person', ${personId}, true)`);
  const [elsewhere] = await tx
    .select({ tenantId: membership.tenantId })
    .from(membership)
    .where(and(eq(membership.personId, personId), ne(membership.tenantId, tenantId)))
    .limit(1);
  if (elsewhere) {
    throw new DomainError("forbidden", "This person belongs to another tenant too, so no admin of one can reset it.");
  }
}
