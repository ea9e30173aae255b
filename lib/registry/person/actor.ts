import { and, asc, eq, isNull } from "drizzle-orm";
import { transaction } from "@/db/client";
import { membership, person, tenant } from "@/db/schema/tenant";
import { type PersonActor, ROLES, type Role } from "@/lib/core/access";

export type Membership = { tenantId: string; name: string; slug: string; sample: boolean; roles: Role[] };
export type PersonWithTenants = { id: string; name: string; email: string; memberships: Membership[] };

/**
 * The person of a session with the roles held at this moment in each tenant, in one round trip; null when the session's
 * version is no longer the person's, which is how a change of roles or password ends it.
 */
export async function personOfSession(personId: string, sessionVersion: number): Promise<PersonWithTenants | null> {
  const rows = await transaction({ personId }, (tx) =>
    tx
      .select({ person: { id: person.id, name: person.name, email: person.email }, tenant, role: membership.role })
      .from(person)
      .leftJoin(membership, eq(membership.personId, person.id))
      .leftJoin(tenant, eq(tenant.id, membership.tenantId))
      .where(and(eq(person.id, personId), eq(person.sessionVersion, sessionVersion), isNull(person.disabledAt)))
      .orderBy(asc(tenant.sample), asc(tenant.name)),
  );
  const first = rows[0];
  if (!first) return null;
  const memberships = new Map<string, Membership>();
  for (const { tenant: place, role } of rows) {
    if (!place || !role) continue;
    const known = memberships.get(place.id) ?? {
      tenantId: place.id,
      name: place.name,
      slug: place.slug,
      sample: place.sample,
      roles: [],
    };
    known.roles.push(role);
    memberships.set(place.id, known);
  }
  return { ...first.person, memberships: [...memberships.values()] };
}

/** The actor in one of the person's tenants: the one asked for, else the first; null where there is none. */
export function actorIn(found: PersonWithTenants, tenantId: string | null): PersonActor | null {
  const place = found.memberships.find((each) => each.tenantId === tenantId) ?? found.memberships[0];
  if (!place) return null;
  const roles = ROLES.filter((role) => place.roles.includes(role));
  return { kind: "person", id: found.id, tenantId: place.tenantId, name: found.name, email: found.email, roles };
}
