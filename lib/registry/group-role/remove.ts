import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { groupRole } from "@/db/schema/identity";
import { membership } from "@/db/schema/tenant";
import type { Role } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { lockAdmins, requireOtherAdmin } from "../person/admins";

/** Takes a mapping away, and at once the role from everybody who has it because of this group alone. */
export const removeGroupRole = command({
  name: "group-role.remove",
  permission: "person:manage",
  input: z.strictObject({ groupRoleId: z.uuid() }),
  async run({ tx, actor }, { groupRoleId }) {
    const { tenantId } = requirePerson(actor);
    await lockAdmins(tx, tenantId);
    const [row] = await tx
      .delete(groupRole)
      .where(and(eq(groupRole.tenantId, tenantId), eq(groupRole.id, groupRoleId)))
      .returning();
    if (!row) throw new DomainError("not_found", "There is no such mapping.");
    const mapping = { tenantId, role: row.role, group: row.groupName };
    const lost = await takeRole(tx, mapping);
    if (row.role === "admin") {
      for (const personId of lost) await requireOtherAdmin(tx, { tenantId, personId });
    }
    const data = { id: groupRoleId, group: row.groupName, role: row.role, removed: true, lost };
    return {
      value: { id: groupRoleId, lost: lost.length },
      record: { kind: "group-role", subjects: [groupRoleId, ...lost], data },
    };
  },
});

type Mapping = { tenantId: string; role: Role; group: string };

/** Who has lost the role; those whom another group gives it too keep it. */
async function takeRole(tx: Tx, { tenantId, role, group }: Mapping): Promise<string[]> {
  const given = and(
    eq(membership.tenantId, tenantId),
    eq(membership.role, role),
    sql`${group} = any(${membership.groups})`,
  );
  const lost = await tx
    .delete(membership)
    .where(and(given, sql`cardinality(${membership.groups}) = 1`))
    .returning({ personId: membership.personId });
  await tx
    .update(membership)
    .set({ groups: sql`array_remove(${membership.groups}, ${group})` })
    .where(given);
  return lost.map(({ personId }) => personId).sort();
}
