import { randomBytes } from "node:crypto";
import type { ProviderIdentity } from "@/lib/core/identity/claims";
import { actorIn, type PersonWithTenants, personOfSession } from "@/lib/registry/person/actor";
import { signInWithProvider } from "@/lib/registry/person/provider-sign-in";

export const ISSUER = "https://login.example.com";

/** Somebody whom the provider vouches for, with a verified address of their own. */
export function newIdentity(given: Partial<ProviderIdentity> = {}): ProviderIdentity {
  const subject = randomBytes(6).toString("hex");
  const known = { issuer: ISSUER, subject, email: `${subject}@sso.example`, emailVerified: true, name: "Sam Sso" };
  return { ...known, groups: [], ...given };
}

/** The session that signing in gives; throws the reason for which it is refused. */
export async function enter(
  identity: ProviderIdentity,
): Promise<{ person: PersonWithTenants; sessionVersion: number }> {
  const answer = await signInWithProvider(identity);
  if (!answer.ok) throw new Error(answer.reason);
  const { id, sessionVersion } = answer.person;
  const person = await personOfSession(id, sessionVersion);
  if (!person) throw new Error("the session does not hold");
  return { person, sessionVersion };
}

export const rolesIn = (person: PersonWithTenants, tenantId: string) => actorIn(person, tenantId)?.roles;
