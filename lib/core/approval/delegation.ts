import { type Role, rolesWith } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";
import type { ApproverFact, DelegatedRole } from "@/lib/core/gate/facts";

/** A role that its holder lends from one instant (inclusive) until another (exclusive). */
export type Delegation = {
  id: string;
  fromId: string;
  toId: string;
  role: Role;
  startsAt: Date;
  endsAt: Date;
  revokedAt: Date | null;
};
export type DelegationState = "planned" | "in-force" | "ended" | "revoked";

export const MOST_DELEGATION_DAYS = 90;
const DAY_MS = 86_400_000;

export function delegationState(
  { startsAt, endsAt, revokedAt }: Pick<Delegation, "startsAt" | "endsAt" | "revokedAt">,
  at: Date,
): DelegationState {
  if (revokedAt !== null) return "revoked";
  if (at >= endsAt) return "ended";
  return at >= startsAt ? "in-force" : "planned";
}

/**
 * What a person may sign on behalf of others at `at`: roles that are lent to them now, by somebody who holds the role
 * now themselves. What is lent cannot be lent on, so only roles held of one's own count. `people`: who holds what now.
 */
export function delegatedTo(
  personId: string,
  delegations: readonly Delegation[],
  people: ReadonlyMap<string, ApproverFact>,
  at: Date,
): DelegatedRole[] {
  return delegations
    .filter(({ toId }) => toId === personId)
    .flatMap((each): DelegatedRole[] => {
      const lender = people.get(each.fromId);
      if (delegationState(each, at) !== "in-force" || !lender?.roles.includes(each.role)) return [];
      const from = { personId: lender.personId, name: lender.name, email: lender.email };
      return [{ role: each.role, from, until: each.endsAt.toISOString(), delegationId: each.id }];
    });
}

export type DelegationRequest = {
  role: Role;
  from: { id: string; rolesNow: readonly Role[] };
  toId: string;
  startsAt: Date;
  endsAt: Date;
  /** What the same person has lent already. */
  others: readonly Delegation[];
  now: Date;
};

/**
 * Decides whether a role may be lent. Throws `invalid` for oneself, for a role that cannot sign, and for a time that
 * has passed or is longer than 90 days; `forbidden` for a role that the lender does not hold of their own now;
 * `conflict` where the same person has the same role from them in that time already.
 */
export function requireDelegable({ role, from, toId, startsAt, endsAt, others, now }: DelegationRequest): void {
  if (toId === from.id) throw invalid("toPersonId", "must be somebody else");
  if (!rolesWith("release:sign").includes(role)) throw invalid("role", `${role} may not sign releases`);
  if (!from.rolesNow.includes(role)) {
    throw new DomainError("forbidden", `You can only lend a role that you hold yourself, and ${role} is not one.`);
  }
  if (endsAt <= now) throw invalid("endsAt", "is in the past");
  if (endsAt <= startsAt) throw invalid("endsAt", "must be after the start");
  if (endsAt.getTime() - startsAt.getTime() > MOST_DELEGATION_DAYS * DAY_MS) {
    throw invalid("endsAt", `may be at most ${MOST_DELEGATION_DAYS} days after the start`);
  }
  const overlaps = others.some(
    (each) =>
      each.revokedAt === null &&
      each.toId === toId &&
      each.role === role &&
      each.startsAt < endsAt &&
      startsAt < each.endsAt,
  );
  if (overlaps) throw new DomainError("conflict", `They act for you as ${role} in that time already.`);
}
