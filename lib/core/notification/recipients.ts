import type { Role } from "@/lib/core/access";

export type Addressees = { roles?: readonly Role[]; people?: readonly string[] };
export type Member = { personId: string; name: string; roles: readonly Role[]; disabled: boolean };

/**
 * Who is told: everybody who holds one of the roles now and everybody named, once each; nobody of `except`, nobody who
 * is disabled and nobody who is no member. In the order of their ids, so that two writers never wait for each other.
 */
export function recipientsOf<M extends Member>(
  members: readonly M[],
  to: Addressees,
  except: readonly string[] = [],
): M[] {
  const roles = new Set(to.roles);
  const people = new Set(to.people);
  return members
    .filter(({ personId, disabled }) => !disabled && !except.includes(personId))
    .filter((member) => people.has(member.personId) || member.roles.some((role) => roles.has(role)))
    .toSorted((one, other) => (one.personId < other.personId ? -1 : 1));
}
