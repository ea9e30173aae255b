import { digestOf } from "@/lib/core/digest";
import { policyDigest } from "@/lib/core/policy/digest";
import type { Policy } from "@/lib/core/policy/model";
import type { Facts } from "./facts";
import type { Verdict } from "./verdict";

/** The gate's answer for these facts at this instant. */
export function evaluateGate(policy: Policy | null, facts: Facts, at: Date): Verdict {
  return {
    verdict: "reject",
    summary: "The gate cannot judge yet.",
    checks: [],
    fixes: [],
    policyDigest: policy ? policyDigest(policy) : null,
    factsDigest: digestOf(facts),
    at: at.toISOString(),
  };
}
