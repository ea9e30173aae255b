import { eq } from "drizzle-orm";
import { z } from "zod";
import { personIdentity } from "@/db/schema/identity";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { endSessionsOf } from "./end-sessions";
import { requireMember, requireNoOtherTenant } from "./member";

/**
 * Forgets which account of the provider a person signs in with, and ends their sessions. The next sign-in with a
 * verified e-mail address of theirs links anew, as when the provider has given them another account.
 */
export const unlinkIdentity = command({
  name: "person.unlink-identity",
  permission: "person:manage",
  stepUp: true,
  input: z.strictObject({ personId: z.uuid() }),
  async run({ tx, actor }, { personId }) {
    requirePerson(actor);
    await requireMember(tx, actor.tenantId, personId);
    await requireNoOtherTenant(tx, actor.tenantId, personId, "unlink their sign-in");
    const removed = await tx.delete(personIdentity).where(eq(personIdentity.personId, personId)).returning();
    if (removed.length === 0) throw new DomainError("conflict", "No account of the provider is linked.");
    await endSessionsOf(tx, personId);
    const unlinked = removed.map(({ issuer, subject }) => ({ issuer, subject }));
    return {
      value: { id: personId },
      record: { kind: "person", subjects: [personId], data: { person: personId, unlinked } },
    };
  },
});
