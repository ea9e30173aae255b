import type { ChangeFailures } from "@/lib/core/incident/attribution";
import type { DoraKey, DoraKeyName, DoraKeys } from "./dora";
import { bandOf } from "./dora-bands";
import { medianOf } from "./median";

/** What the keys of a period are made of. */
export type Delivery = {
  /** Rollouts to production that succeeded in it. */
  deployments: number;
  /** How long the period lasted, or has lasted so far, in days; parts of a day count. */
  days: number;
  /** Median seconds from candidate to rollout; null where none is known. */
  medianLeadTimeSeconds: number | null;
  changeFailures: ChangeFailures;
  /** Of each failure that a release caused and that is over, in seconds. */
  recoveriesSeconds: readonly number[];
};

/**
 * The four keys of a period with their bands. Nothing deployed is a frequency of 0, in the lowest band; a key without
 * anything to measure has neither value nor band, which is not the same as 0. Definitions: `DORA_TEXTS`. Pure.
 */
export function doraKeysOf({ deployments, days, medianLeadTimeSeconds, ...stability }: Delivery): DoraKeys {
  const key = (name: DoraKeyName, value: number | null): DoraKey => ({
    value,
    band: value === null ? null : bandOf(name, value),
  });
  return {
    deploymentFrequency: key("deploymentFrequency", days > 0 ? deployments / days : null),
    leadTime: key("leadTime", medianLeadTimeSeconds),
    changeFailureRate: key("changeFailureRate", stability.changeFailures.rate),
    recoveryTime: key("recoveryTime", medianOf(stability.recoveriesSeconds)),
  };
}
