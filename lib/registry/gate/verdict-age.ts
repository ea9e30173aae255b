import type { Tx } from "@/db/client";
import { DEFAULT_POLICY } from "@/lib/core/policy/default";
import { policyInForce } from "./policy";

/** For how many hours an approve can be relied on: as long as the scorecard behind it, by the policy in force. */
export async function verdictMaxAgeHours(tx: Tx, tenantId: string): Promise<number> {
  const inForce = await policyInForce(tx, tenantId);
  return inForce?.policy?.scorecardMaxAgeHours ?? DEFAULT_POLICY.scorecardMaxAgeHours;
}
