import type { Role } from "@/lib/core/access";
import { waivingBar } from "@/lib/core/approval/bar";
import type { InvolvedParty, Person } from "@/lib/core/approval/parties";
import { DomainError, invalid } from "@/lib/core/errors";
import { POLICY_CHECK_IDS, type PolicyCheckId } from "@/lib/core/gate/check-ids";
import { parseInstant } from "@/lib/core/instant";
import type { Policy } from "@/lib/core/policy/model";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";

/** Checks whose findings are suites. */
const SUITE_CHECKS: readonly PolicyCheckId[] = ["scorecard.overall", "scorecard.suites", "suites.flake_rate"];

export type WaiverRequest = {
  policy: Policy | null;
  checkId: string;
  /** A CVE id, a suite …; null or blank: the whole check. */
  finding: string | null;
  /** RFC 3339 with a zone. */
  expiresAt: string;
  /** Now, by the database's clock. */
  at: Date;
  granter: Person & { roles: readonly Role[] };
  /** From `releaseParties`, of the release (or of each release of the service) that is waived. */
  parties: readonly InvolvedParty[];
};
export type WaiverPlan = { checkId: PolicyCheckId; finding: string | null; expiresAt: Date; grantedRole: Role };

/**
 * Decides whether this waiver may be granted, or extended: extending is a new grant. Throws `forbidden` when the
 * policy allows none or the granter may not grant it, `invalid` for an unknown or unwaivable check and for an expiry
 * that is unreadable, not in the future or further away than the policy's maximum.
 */
export function planWaiver(request: WaiverRequest): WaiverPlan {
  const { policy, granter, parties } = request;
  if (!policy) throw new DomainError("forbidden", "there is no gate policy that would allow a waiver");
  if (policy.disallowWaivers) throw new DomainError("forbidden", "the gate policy allows no waivers");
  const grantedRole = policy.waiverRoles.find((role) => granter.roles.includes(role));
  if (!grantedRole) throw new DomainError("forbidden", `granting a waiver needs ${policy.waiverRoles.join(" or ")}`);
  if (granter.id.trim() === "" || granter.name.trim() === "") {
    throw new DomainError("forbidden", "a waiver needs a named person who grants it");
  }
  const bar = waivingBar(granter, parties);
  if (bar) throw new DomainError("forbidden", `${bar}, so somebody else has to grant the waiver`);
  const checkId = waivableCheck(policy, request.checkId);
  const finding = findingOf(checkId, request.finding?.trim() || null);
  return { checkId, finding, expiresAt: readExpiry(policy, request.expiresAt, request.at), grantedRole };
}

function waivableCheck(policy: Policy, checkId: string): PolicyCheckId {
  const known = POLICY_CHECK_IDS.find((id) => id === checkId);
  if (!known) throw invalid("checkId", "is not a check of the gate");
  if (!policy.checks[known].waivable) throw invalid("checkId", `the gate policy does not let ${known} be waived`);
  return known;
}

/** A suite is waived under its one name, so that a waiver for "E2E" is about end-to-end. */
function findingOf(checkId: PolicyCheckId, finding: string | null): string | null {
  return finding !== null && SUITE_CHECKS.includes(checkId) ? canonicalSuiteName(finding) : finding;
}

function readExpiry(policy: Policy, text: string, at: Date): Date {
  const expires = parseInstant(text);
  if (!expires) throw invalid("expiresAt", "must be an RFC 3339 time with a zone, such as 2025-10-01T12:00:00Z");
  if (!(expires > at)) throw invalid("expiresAt", "must be in the future");
  const latest = new Date(at.getTime() + policy.maxWaiverDays * 86_400_000);
  if (!(expires <= latest)) throw invalid("expiresAt", `must be at most ${policy.maxWaiverDays} days from now`);
  return expires;
}
