import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { z } from "zod";
import { person } from "@/db/schema/tenant";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { lockAdmins, requireOtherAdmin } from "./admins";
import { requireMember, requireNoOtherTenant } from "./member";

const input = z.strictObject({ personId: z.uuid() });
const recordOf = (personId: string, disabled: boolean) => ({
  kind: "person",
  subjects: [personId],
  data: { person: personId, disabled },
});

/** Lets somebody in no more, at once: sessions end, and signatures stop counting while it lasts. Roles are kept. */
export const disablePerson = command({
  name: "person.disable",
  permission: "person:manage",
  input,
  async run({ tx, actor, now }, { personId }) {
    const { id, tenantId } = requirePerson(actor);
    await requireMember(tx, tenantId, personId);
    if (personId === id) throw new DomainError("conflict", "You cannot disable yourself. Ask another admin.");
    await lockAdmins(tx, tenantId);
    await requireOtherAdmin(tx, { tenantId, personId });
    await requireNoOtherTenant(tx, tenantId, personId, "disable them: take their roles here away instead");
    const changed = await tx
      .update(person)
      .set({ disabledAt: now, disabledByTenantId: tenantId, sessionVersion: sql`${person.sessionVersion} + 1` })
      .where(and(eq(person.id, personId), isNull(person.disabledAt)))
      .returning({ id: person.id });
    if (changed.length === 0) throw new DomainError("conflict", "This person is disabled already.");
    return { value: { id: personId }, record: recordOf(personId, true) };
  },
});

/** Lets somebody in again whom this tenant disabled, with the roles they have. They sign in anew. */
export const enablePerson = command({
  name: "person.enable",
  permission: "person:manage",
  input,
  async run({ tx, actor }, { personId }) {
    const { tenantId } = requirePerson(actor);
    await requireMember(tx, tenantId, personId);
    const ownDoing = or(eq(person.disabledByTenantId, tenantId), isNull(person.disabledByTenantId));
    const changed = await tx
      .update(person)
      .set({ disabledAt: null, disabledByTenantId: null })
      .where(and(eq(person.id, personId), isNotNull(person.disabledAt), ownDoing))
      .returning({ id: person.id });
    if (changed.length === 0) {
      throw new DomainError("conflict", "This person is not disabled, or was disabled by another tenant.");
    }
    return { value: { id: personId }, record: recordOf(personId, false) };
  },
});
