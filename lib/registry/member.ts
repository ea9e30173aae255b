import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { membership, person } from "@/db/schema/tenant";
import type { Role } from "@/lib/core/access";
import { invalid } from "@/lib/core/errors";
import { isHeldAt } from "./person/held";

/** Members who can act at an instant: neither disabled nor with a role that has run out; one row for each role. */
function membersAt(tx: Tx, tenantId: string, at: Date, which: SQL | undefined) {
  return tx
    .select({ id: person.id, name: person.name, role: membership.role })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(and(eq(membership.tenantId, tenantId), isNull(person.disabledAt), isHeldAt(at), which));
}

/** The roles that somebody holds at this moment; none for who was removed or disabled since the request began. */
export async function rolesHeldAt(tx: Tx, tenantId: string, personId: string, at: Date): Promise<Role[]> {
  return (await membersAt(tx, tenantId, at, eq(membership.personId, personId))).map(({ role }) => role);
}

/** Somebody of the tenant by id, or `invalid` for the field that names them. Null stays null. */
export async function namedMember(
  tx: Tx,
  tenantId: string,
  { personId, field }: { personId: string | null | undefined; field: string },
  at: Date,
): Promise<{ id: string; name: string } | null> {
  if (!personId) return null;
  const [found] = await membersAt(tx, tenantId, at, eq(membership.personId, personId));
  if (!found) throw invalid(field, "is nobody of this tenant");
  return { id: found.id, name: found.name };
}

/** The id of the person whose name or e-mail a text is, such as a service's owner; null for a team or where two match. */
export async function memberCalled(tx: Tx, tenantId: string, text: string, at: Date): Promise<string | null> {
  const wanted = text.trim().toLowerCase();
  const isWanted = or(sql`lower(${person.name}) = ${wanted}`, sql`lower(${person.email}) = ${wanted}`);
  const ids = new Set((await membersAt(tx, tenantId, at, isWanted)).map(({ id }) => id));
  const [id, ...others] = ids;
  return id && others.length === 0 ? id : null;
}
