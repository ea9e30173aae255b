import { cookies } from "next/headers";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { PersonActor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { actorIn, type Membership, type PersonWithTenants, personOfSession } from "@/lib/registry/person/actor";
import { authOptions } from "./options";

export const TENANT_COOKIE = "readiness-tenant";

/** Who is signed in, checked against the database once a request; null for nobody or an ended session. */
export const sessionPerson = cache(async (): Promise<PersonWithTenants | null> => {
  const session = await getServerSession(authOptions());
  if (!session?.personId || session.sessionVersion === null) return null;
  return personOfSession(session.personId, session.sessionVersion);
});

export type Viewer = { actor: PersonActor; hasPassword: boolean; memberships: Membership[]; tenant: Membership };

/** The signed-in person in the tenant in use; null when not signed in, `forbidden` for a member of no tenant. */
export const viewer = cache(async (): Promise<Viewer | null> => {
  const person = await sessionPerson();
  if (!person) return null;
  const chosen = (await cookies()).get(TENANT_COOKIE)?.value ?? null;
  const actor = actorIn(person, chosen);
  const tenant = person.memberships.find((each) => each.tenantId === actor?.tenantId);
  if (!actor || !tenant) throw new DomainError("forbidden", "You belong to no tenant. Ask an admin to add you.");
  return { actor, hasPassword: person.hasPassword, memberships: person.memberships, tenant };
});

/** The actor of a server action; throws `unauthenticated` when the session has ended. */
export async function requireActor(): Promise<PersonActor> {
  const found = await viewer();
  if (!found)
    throw new DomainError("unauthenticated", "Your session has ended. Sign in again; what you typed is kept.");
  return found.actor;
}
