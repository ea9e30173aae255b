import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { membership, person } from "@/db/schema/tenant";
import { type Actor, type Role, rolesWith } from "@/lib/core/access";
import { isHeldAt } from "../person/held";
import { read } from "../read";

/** Somebody who can be given a role in an incident. Any of them can help; only some may command. */
export type ResponderChoice = { id: string; name: string; mayCommand: boolean };

const MOST_PEOPLE = 500;

/** Everybody of the tenant who can act now, by name. */
export async function responderChoices(actor: Actor): Promise<ResponderChoice[]> {
  const able = rolesWith("incident:command");
  return read(actor, async (tx, now) => {
    const rows = await tx
      .select({ id: person.id, name: person.name, roles: sql<Role[]>`array_agg(${membership.role}::text)` })
      .from(person)
      .innerJoin(membership, and(eq(membership.tenantId, actor.tenantId), eq(membership.personId, person.id)))
      .where(and(isNull(person.disabledAt), isHeldAt(now)))
      .groupBy(person.id, person.name)
      .orderBy(asc(person.name), asc(person.id))
      .limit(MOST_PEOPLE);
    return rows.map(({ id, name, roles }) => ({ id, name, mayCommand: roles.some((role) => able.includes(role)) }));
  });
}
