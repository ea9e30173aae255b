import { ROLES, type Role } from "@/lib/core/access";

export type Signer = { personId: string; roles: readonly Role[] };
export type Assignment = { covered: Map<Role, string>; missing: Role[] };

/**
 * Covers as many of the required roles as possible with distinct people (bipartite matching, by augmenting paths).
 * A person covers at most one role, whichever they hold. The answer depends on who signed only, never on the order
 * of either list; a role or a person that is listed twice counts once.
 */
export function assignApprovers(required: readonly Role[], signers: readonly Signer[]): Assignment {
  const roles = ROLES.filter((role) => required.includes(role));
  const rolesOf = mergeRoles(signers);
  const people = [...rolesOf.keys()].sort();
  const covered = new Map<Role, string>();

  const coverWith = (role: Role, tried: Set<string>): boolean => {
    for (const person of people) {
      if (tried.has(person) || !rolesOf.get(person)?.has(role)) continue;
      tried.add(person);
      const heldRole = roles.find((other) => covered.get(other) === person);
      if (heldRole === undefined || coverWith(heldRole, tried)) {
        covered.set(role, person);
        return true;
      }
    }
    return false;
  };
  const missing = roles.filter((role) => !coverWith(role, new Set()));
  return { covered, missing };
}

function mergeRoles(signers: readonly Signer[]): Map<string, Set<Role>> {
  const rolesOf = new Map<string, Set<Role>>();
  for (const { personId, roles } of signers) {
    const known = rolesOf.get(personId) ?? new Set();
    for (const role of roles) known.add(role);
    rolesOf.set(personId, known);
  }
  return rolesOf;
}
