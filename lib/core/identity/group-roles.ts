import { ROLES, type Role } from "../access";

export type HeldRole = { role: Role; source: "manual" | "group"; groups: readonly string[] };
export type GivenRole = { role: Role; group: string };
export type RolePlan = {
  add: { role: Role; groups: string[] }[];
  remove: Role[];
  /** Roles that stay, but because of other groups than before. */
  regroup: { role: Role; groups: string[] }[];
  /** The role no group gives any more, kept because nobody else is admin. */
  kept: Role[];
};

/**
 * How to bring a person's roles in one tenant to what their groups give. Roles given by hand are never touched; the
 * last admin stays one. `given` has one entry for each mapping of the tenant that a group of the person matches.
 */
export function planRoles(
  held: readonly HeldRole[],
  given: readonly GivenRole[],
  { hasOtherAdmin }: { hasOtherAdmin: boolean },
): RolePlan {
  const plan: RolePlan = { add: [], remove: [], regroup: [], kept: [] };
  for (const role of ROLES) {
    const now = held.find((each) => each.role === role);
    const groups = [...new Set(given.filter((each) => each.role === role).map(({ group }) => group))].sort();
    if (now?.source === "manual") continue;
    if (!now && groups.length > 0) plan.add.push({ role, groups });
    else if (now && groups.length > 0 && !sameNames(now.groups, groups)) plan.regroup.push({ role, groups });
    else if (now && groups.length === 0) {
      if (role === "admin" && !hasOtherAdmin) plan.kept.push(role);
      else plan.remove.push(role);
    }
  }
  return plan;
}

/** Whether the plan changes which roles are held. */
export const changesRoles = ({ add, remove }: RolePlan): boolean => add.length > 0 || remove.length > 0;

function sameNames(one: readonly string[], sorted: readonly string[]): boolean {
  return JSON.stringify([...one].sort()) === JSON.stringify(sorted);
}
