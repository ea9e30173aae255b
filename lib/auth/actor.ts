import { cookies } from "next/headers";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { can, type PersonActor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { actorIn, type Membership, type PersonWithTenants, personOfSession } from "@/lib/registry/person/actor";
import { authOptions } from "./options";

export const TENANT_COOKIE = "readiness-tenant";

/** What the session's cookie claims, unchecked; null without one. */
const claimed = cache(async (): Promise<{ personId: string; sessionVersion: number } | null> => {
  const session = await getServerSession(authOptions());
  if (!session?.personId || session.sessionVersion === null) return null;
  return { personId: session.personId, sessionVersion: session.sessionVersion };
});

/** Who is signed in, checked against the database once a request; null for nobody or an ended session. */
export const sessionPerson = cache(async (): Promise<PersonWithTenants | null> => {
  const claim = await claimed();
  return claim && personOfSession(claim.personId, claim.sessionVersion);
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

export type Watcher = { actor: PersonActor; stillReads: () => Promise<boolean> };

/**
 * The signed-in person of a request that is answered for as long as it is open, with the question whether the same
 * session may still read in the same tenant; null when not signed in.
 */
export async function watchingViewer(): Promise<Watcher | null> {
  const [claim, found] = await Promise.all([claimed(), viewer()]);
  if (!claim || !found) return null;
  const { actor } = found;
  return {
    actor,
    async stillReads() {
      const person = await personOfSession(claim.personId, claim.sessionVersion);
      const now = person && actorIn(person, actor.tenantId);
      return now?.tenantId === actor.tenantId && can(now, "read");
    },
  };
}
