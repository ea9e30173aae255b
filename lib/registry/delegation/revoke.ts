import { and, eq, gt, isNull } from "drizzle-orm";
import { z } from "zod";
import { delegation } from "@/db/schema/approval";
import { can } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";

/**
 * Takes a delegation back at once; signatures that rest on it count no more. The lender can, also without a role by
 * now, and an admin.
 */
export const revokeDelegation = command({
  name: "delegation.revoke",
  permission: "read",
  input: z.strictObject({ delegationId: z.uuid() }),
  async run({ tx, actor, readClock }, { delegationId }) {
    const { id, name } = requirePerson(actor);
    const key = and(eq(delegation.tenantId, actor.tenantId), eq(delegation.id, delegationId));
    const [row] = await tx.select().from(delegation).where(key);
    if (!row) throw new DomainError("not_found", "There is no such delegation.");
    if (row.fromId !== id && !can(actor, "person:manage")) {
      throw new DomainError("forbidden", "Only who gave a delegation, or an admin, can take it back.");
    }
    const at = await readClock();
    const changed = await tx
      .update(delegation)
      .set({ revokedAt: at, revokedByName: name })
      .where(and(key, isNull(delegation.revokedAt), gt(delegation.endsAt, at)))
      .returning({ id: delegation.id });
    if (changed.length === 0) throw new DomainError("conflict", "This delegation has ended already.");
    const { role, fromId, fromName, toId, toName } = row;
    return {
      value: { id: row.id, revokedAt: at.toISOString() },
      record: {
        kind: "delegation",
        subjects: [row.id, fromId, toId],
        data: { delegation: row.id, title: `${role}: ${fromName} to ${toName}`, role, fromId, toId, revoked: true },
      },
    };
  },
});
