import { ROLES, type Role, rolesWith } from "@/lib/core/access";
import { invalid } from "@/lib/core/errors";

/** A role that must sign in a place, from one instant (inclusive) until another (exclusive; null: until further notice). */
export type MatrixRule = {
  environmentId: string;
  /** Null: for every service that has no rules of its own in force. */
  serviceId: string | null;
  role: Role;
  /** Training that its signers must have; null: none. */
  requiresTraining: string | null;
  validFrom: Date;
  validUntil: Date | null;
};
export type Place = { serviceId: string; environmentId: string };
/** A role that must sign, and the training that a signature in it asks for. */
export type RequiredRole = { role: Role; requiresTraining: string | null };

/** Whether a rule holds at an instant. One that ends when it begins was called off and never holds. */
export function isInForce({ validFrom, validUntil }: Pick<MatrixRule, "validFrom" | "validUntil">, at: Date): boolean {
  return validFrom <= at && (validUntil === null || at < validUntil);
}

/**
 * The rules that say who signs in a place at an instant: those of the service where any is in force, else those of its
 * environment. None in force: nobody is required, and the gate fails closed.
 */
export function rulesAt<R extends MatrixRule>(rules: readonly R[], place: Place, at: Date): R[] {
  const here = rules.filter((rule) => rule.environmentId === place.environmentId && isInForce(rule, at));
  const own = here.filter(({ serviceId }) => serviceId === place.serviceId);
  return own.length > 0 ? own : here.filter(({ serviceId }) => serviceId === null);
}

/** The roles that must sign in a place at an instant, each once, in the order of the roles. See `rulesAt`. */
export function requiredRolesAt(rules: readonly MatrixRule[], place: Place, at: Date): RequiredRole[] {
  const inForce = rulesAt(rules, place, at);
  return ROLES.flatMap((role): RequiredRole[] => {
    const rule = inForce.find((each) => each.role === role);
    return rule ? [{ role, requiresTraining: rule.requiresTraining }] : [];
  });
}

/** Throws `invalid` for a role whose holders may not sign: a row with it could never be fulfilled. */
export function requireSigningRoles(roles: readonly Role[]): void {
  const signing = rolesWith("release:sign");
  const powerless = roles.filter((role) => !signing.includes(role));
  if (powerless.length === 0) return;
  throw invalid("roles", `${powerless.join(", ")} may not sign releases; choose among ${signing.join(", ")}`);
}
