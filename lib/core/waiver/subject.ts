import { invalid } from "@/lib/core/errors";
import { POLICY_CHECK_IDS, type PolicyCheckId } from "@/lib/core/gate/check-ids";
import { parseInstant } from "@/lib/core/instant";
import type { Policy } from "@/lib/core/policy/model";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";

/** Checks whose findings are suites. */
const SUITE_CHECKS: readonly PolicyCheckId[] = ["scorecard.overall", "scorecard.suites", "suites.flake_rate"];

/** What somebody wants waived, as they wrote it: `finding` a CVE id, a suite …; null or blank for the whole check. */
export type WantedWaiver = { checkId: string; finding: string | null; expiresAt: string };
export type WaiverSubject = { checkId: PolicyCheckId; finding: string | null; expiresAt: Date };

/**
 * Reads what is to be waived at `at` under a policy. Throws `invalid` for an unknown or unwaivable check and for an
 * expiry that is unreadable, not in the future or further away than the policy's maximum.
 */
export function readSubject(policy: Policy, wanted: WantedWaiver, at: Date): WaiverSubject {
  const checkId = waivableCheck(policy, wanted.checkId);
  const finding = findingOf(checkId, wanted.finding?.trim() || null);
  return { checkId, finding, expiresAt: readExpiry(policy, wanted.expiresAt, at) };
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
