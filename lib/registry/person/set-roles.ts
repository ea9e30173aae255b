import { and, eq, ne, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { membership } from "@/db/schema/tenant";
import { ROLES, type Role } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";

/** Sets a person's roles in this tenant; none removes them from it. Every request reads the roles anew, so that it acts at once. */
export const setRoles = command({
  name: "person.set-roles",
  permission: "person:manage",
  input: z.strictObject({ personId: z.uuid(), roles: z.array(z.enum(ROLES)) }),
  async run({ tx, actor, now }, input) {
    requirePerson(actor);
    const member = and(eq(membership.tenantId, actor.tenantId), eq(membership.personId, input.personId));
    await lockAdmins(tx, actor.tenantId);
    const before = await tx.select({ role: membership.role }).from(membership).where(member);
    if (before.length === 0) throw new DomainError("not_found", "There is no such person here.");
    const roles = [...new Set(input.roles)];
    if (before.some(({ role }) => role === "admin") && !roles.includes("admin"))
      await requireOtherAdmin(tx, actor.tenantId, input.personId);
    const held = new Set<Role>(before.map(({ role }) => role));
    const added = roles.filter((role) => !held.has(role));
    for (const { role } of before) {
      if (!roles.includes(role)) await tx.delete(membership).where(and(member, eq(membership.role, role)));
    }
    if (added.length > 0) {
      await tx
        .insert(membership)
        .values(added.map((role) => ({ tenantId: actor.tenantId, personId: input.personId, role, grantedAt: now })));
    }
    const data = { person: input.personId, before: [...held].sort(), after: [...roles].sort() };
    return { value: { id: input.personId, roles }, record: { kind: "person", subjects: [input.personId], data } };
  },
});

/** Two admins who remove each other at once: the second waits here and then sees that it is the last. */
async function lockAdmins(tx: Tx, tenantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`admins:${tenantId}`}, 0))`);
}

async function requireOtherAdmin(tx: Tx, tenantId: string, personId: string): Promise<void> {
  const [other] = await tx
    .select({ id: membership.personId })
    .from(membership)
    .where(and(eq(membership.tenantId, tenantId), eq(membership.role, "admin"), ne(membership.personId, personId)))
    .limit(1);
  if (!other) throw new DomainError("conflict", "Somebody must stay admin. Make another person admin first.");
}
