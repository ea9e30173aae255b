import { approvalRoles } from "@/lib/core/approval/sign";
import { approvalState, type StandingRejection } from "@/lib/core/approval/state";
import type { Policy } from "@/lib/core/policy/model";
import type { Facts } from "./facts";
import type { Verdict } from "./verdict";

/**
 * The rejections that keep a release from shipping until their signers withdraw them or a new manifest replaces what
 * they signed: no waiting helps. Empty where the policy does not let approvals block, or they are waived. Pure.
 */
export function blockingRejections(policy: Policy | null, facts: Facts, { checks }: Verdict): StandingRejection[] {
  const approvals = checks.find(({ id }) => id === "approvals.complete");
  if (!approvals?.blocking || approvals.outcome === "pass" || approvals.waived) return [];
  return approvalState(facts, approvalRoles(policy, facts)).rejections;
}
