import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { notificationPreference } from "@/db/schema/notification";
import { membership, person } from "@/db/schema/tenant";
import type { Choices } from "@/lib/core/notification/preference";
import type { Member } from "@/lib/core/notification/recipients";
import { isHeldAt } from "../person/held";

export type ToldMember = Member & { choices: Choices };

/** Everybody of a tenant with the roles held at `now` and what they chose. */
export async function toldMembers(tx: Tx, tenantId: string, now: Date): Promise<ToldMember[]> {
  const rows = await tx
    .select({
      id: person.id,
      name: person.name,
      disabledAt: person.disabledAt,
      role: membership.role,
      choices: notificationPreference.choices,
    })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .leftJoin(
      notificationPreference,
      and(eq(notificationPreference.tenantId, membership.tenantId), eq(notificationPreference.personId, person.id)),
    )
    .where(and(eq(membership.tenantId, tenantId), isHeldAt(now)))
    .orderBy(asc(person.id), asc(membership.role));
  const members = new Map<string, ToldMember & { roles: ToldMember["roles"][number][] }>();
  for (const { id, name, disabledAt, role, choices } of rows) {
    const known = members.get(id);
    if (known) known.roles.push(role);
    else members.set(id, { personId: id, name, disabled: disabledAt !== null, roles: [role], choices: choices ?? {} });
  }
  return [...members.values()];
}
