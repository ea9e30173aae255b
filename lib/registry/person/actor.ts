import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { membership, person, tenant } from "@/db/schema/tenant";
import { type PersonActor, ROLES, type Role } from "@/lib/core/access";
import { lentRoles } from "../delegation/lent";
import { isHeldAt } from "./held";

export type Membership = {
  tenantId: string;
  name: string;
  slug: string;
  sample: boolean;
  roles: Role[];
  /** Lent by others while they are away. */
  delegatedRoles: Role[];
};
export type PersonWithTenants = {
  id: string;
  name: string;
  email: string;
  /** Without one, the identity provider confirms who they are. */
  hasPassword: boolean;
  memberships: Membership[];
};

const hasPassword = sql<boolean>`${person.passwordHash} is not null`;
const shown = { id: person.id, name: person.name, email: person.email, hasPassword };

/**
 * The person of a session with the roles held at this moment in each tenant, in one round trip; null when the session's
 * version is no longer the person's, which is how a change of roles or password ends it.
 */
export async function personOfSession(personId: string, sessionVersion: number): Promise<PersonWithTenants | null> {
  const rows = await transaction({ personId }, (tx) =>
    tx
      .select({ person: shown, tenant, role: membership.role, lent: lentRoles })
      .from(person)
      .leftJoin(membership, and(eq(membership.personId, person.id), isHeldAt()))
      .leftJoin(tenant, eq(tenant.id, membership.tenantId))
      .where(and(eq(person.id, personId), eq(person.sessionVersion, sessionVersion), isNull(person.disabledAt)))
      .orderBy(asc(tenant.sample), asc(tenant.name)),
  );
  const first = rows[0];
  if (!first) return null;
  const memberships = new Map<string, Membership>();
  for (const { tenant: place, role, lent } of rows) {
    if (!place || !role) continue;
    const known = memberships.get(place.id) ?? {
      tenantId: place.id,
      name: place.name,
      slug: place.slug,
      sample: place.sample,
      roles: [],
      delegatedRoles: lent,
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
  const delegatedRoles = ROLES.filter((role) => place.delegatedRoles.includes(role));
  const { id, name, email } = found;
  return { kind: "person", id, tenantId: place.tenantId, name, email, roles, delegatedRoles };
}
