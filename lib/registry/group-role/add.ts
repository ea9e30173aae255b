import { z } from "zod";
import { groupRole } from "@/db/schema/identity";
import { ROLES } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { doneByColumns, requirePerson } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";

/** Gives members of a provider's group a role of this tenant, each from their next sign-in on. */
export const addGroupRole = command({
  name: "group-role.add",
  permission: "person:manage",
  input: z.strictObject({
    group: z.string().trim().min(1, "must not be empty").max(500),
    role: z.enum(ROLES),
  }),
  async run({ tx, actor, now }, { group, role }) {
    requirePerson(actor);
    const id = newId(now);
    const inserted = await tx
      .insert(groupRole)
      .values({ tenantId: actor.tenantId, id, groupName: group, role, createdAt: now, ...doneByColumns(actor) })
      .onConflictDoNothing()
      .returning({ id: groupRole.id });
    if (inserted.length === 0) {
      throw new DomainError("conflict", `The group ${group} gives ${role} already.`, [
        { path: "group", message: `gives ${role} already` },
      ]);
    }
    return { value: { id, group, role }, record: { kind: "group-role", subjects: [id], data: { id, group, role } } };
  },
});
