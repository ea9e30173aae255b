import type { Role } from "@/lib/core/access";
import { waivingBar } from "@/lib/core/approval/bar";
import type { InvolvedParty, Person } from "@/lib/core/approval/parties";
import { DomainError } from "@/lib/core/errors";
import type { Policy } from "@/lib/core/policy/model";
import { type AskedWaiver, requireWithin } from "./request";
import { readSubject, type WaiverSubject, type WantedWaiver } from "./subject";

export type WaiverRequest = WantedWaiver & {
  policy: Policy | null;
  /** Now, by the database's clock. */
  at: Date;
  granter: Person & { roles: readonly Role[] };
  /** From `releaseParties`, of the release (or of each release of the service) that is waived. */
  parties: readonly InvolvedParty[];
  /** The request that is granted; left out where nobody asked. */
  asked?: AskedWaiver & { requesterId: string };
};
export type WaiverPlan = WaiverSubject & { grantedRole: Role };

type Granting = Pick<WaiverRequest, "policy" | "granter" | "parties"> & { requesterId?: string };

/** Why this person may grant no waiver here, whatever it is about; null when they may. */
export function grantBar({ policy, granter, parties, requesterId }: Granting): string | null {
  if (!policy) return "there is no gate policy that would allow a waiver";
  if (policy.disallowWaivers) return "the gate policy allows no waivers";
  if (!grantingRole(policy, granter)) return `granting a waiver needs ${policy.waiverRoles.join(" or ")}`;
  if (granter.id.trim() === "" || granter.name.trim() === "") return "a waiver needs a named person who grants it";
  const bar = waivingBar(granter, parties);
  if (bar) return `${bar}, so somebody else has to grant the waiver`;
  return requesterId === granter.id ? "You asked for this waiver, so somebody else has to grant it" : null;
}

const grantingRole = (policy: Policy, granter: Granting["granter"]) =>
  policy.waiverRoles.find((role) => granter.roles.includes(role));

/**
 * Decides whether this waiver may be granted, or extended: extending is a new grant. Throws `forbidden` when the
 * policy allows none or the granter may not grant it (wrong role, an author, whoever asked for it), `invalid` for an
 * unknown or unwaivable check, for an expiry that is unreadable, not in the future or further away than the policy's
 * maximum, and for a grant that reaches further than what was asked.
 */
export function planWaiver(request: WaiverRequest): WaiverPlan {
  const { policy, granter, asked } = request;
  const bar = grantBar({ ...request, requesterId: asked?.requesterId });
  const grantedRole = policy && grantingRole(policy, granter);
  if (bar || !policy || !grantedRole) throw new DomainError("forbidden", bar ?? "no waiver can be granted");
  const subject = readSubject(policy, request, request.at);
  if (asked) requireWithin(asked, subject);
  return { ...subject, grantedRole };
}
