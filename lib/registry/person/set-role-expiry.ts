import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { membership } from "@/db/schema/tenant";
import { ROLES } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { requirePerson } from "../actor-columns";
import { type CommandScope, command } from "../command";
import { lockAdmins, requireOtherAdmin } from "./admins";

/** Sets until when a person holds a role in this tenant; null: until it is taken away. */
export const setRoleExpiry = command({
  name: "person.set-role-expiry",
  permission: "person:manage",
  input: z.strictObject({
    personId: z.uuid(),
    role: z.enum(ROLES),
    validUntil: instantText.transform((text) => new Date(text)).nullable(),
  }),
  async run(scope, { personId, role, validUntil }) {
    const { tx, actor, now } = scope;
    requirePerson(actor);
    await lockAdmins(tx, actor.tenantId);
    const held = and(
      eq(membership.tenantId, actor.tenantId),
      eq(membership.personId, personId),
      eq(membership.role, role),
    );
    const before = await currentExpiry(scope, personId, role);
    if (validUntil !== null && validUntil <= now) {
      throw invalid("validUntil", "is in the past; take the role away to end it at once");
    }
    if (role === "admin" && validUntil !== null) {
      await requireOtherAdmin(tx, { tenantId: actor.tenantId, personId });
    }
    await tx.update(membership).set({ validUntil }).where(held);
    const after = validUntil?.toISOString() ?? null;
    return {
      value: { id: personId, role, validUntil: after },
      record: {
        kind: "person",
        subjects: [personId],
        data: { person: personId, role, validUntilBefore: before?.toISOString() ?? null, validUntil: after },
      },
    };
  },
});

async function currentExpiry({ tx, actor }: CommandScope, personId: string, role: string): Promise<Date | null> {
  const rows = await tx
    .select({ role: membership.role, validUntil: membership.validUntil })
    .from(membership)
    .where(and(eq(membership.tenantId, actor.tenantId), eq(membership.personId, personId)));
  if (rows.length === 0) throw new DomainError("not_found", "There is no such person here.");
  const row = rows.find((each) => each.role === role);
  if (!row) throw invalid("role", "is not held by this person; give them the role first");
  return row.validUntil;
}
