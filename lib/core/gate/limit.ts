import type { Policy } from "@/lib/core/policy/model";
import type { PolicyCheckId } from "./check-ids";
import { fact, type Known, noFact } from "./known";

/** The limit that the policy sets for a check. A check that needs one and has none cannot be judged. */
export function limitOf(policy: Policy, id: PolicyCheckId): Known<number> {
  const threshold = policy.checks[id].threshold;
  if (typeof threshold === "number" && Number.isFinite(threshold) && threshold >= 0) return fact(threshold);
  return noFact("error", `the policy sets no usable threshold for ${id}`, true);
}
