import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { membership } from "@/db/schema/tenant";
import { ROLES, type Role } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { lockAdmins, requireOtherAdmin } from "./admins";

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
      await requireOtherAdmin(tx, { tenantId: actor.tenantId, personId: input.personId });
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
