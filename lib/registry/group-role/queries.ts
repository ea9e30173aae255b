import { asc, eq } from "drizzle-orm";
import { groupRole } from "@/db/schema/identity";
import type { Actor, Role } from "@/lib/core/access";
import { requirePermission } from "../command";
import { read } from "../read";

export type GroupRoleView = { id: string; group: string; role: Role; addedAt: string; addedBy: string };

const MOST = 1000;

/** Mappings of the tenant by group. Only for those who manage people. `more`: there are others beyond these. */
export async function listGroupRoles(actor: Actor): Promise<{ items: GroupRoleView[]; more: boolean; now: string }> {
  requirePermission(actor, "person:manage");
  return read(actor, async (tx, now) => {
    const rows = await tx
      .select()
      .from(groupRole)
      .where(eq(groupRole.tenantId, actor.tenantId))
      .orderBy(asc(groupRole.groupName), asc(groupRole.role))
      .limit(MOST + 1);
    const items = rows.slice(0, MOST).map(({ id, groupName, role, createdAt, byName }) => ({
      id,
      group: groupName,
      role,
      addedAt: createdAt.toISOString(),
      addedBy: byName,
    }));
    return { items, more: rows.length > MOST, now: now.toISOString() };
  });
}
