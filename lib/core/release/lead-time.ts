import { secondsBetween } from "@/lib/core/instant";

/**
 * Lead time of a release in whole seconds: from the moment its candidate was registered to the moment its rollout
 * succeeded. What came before the candidate (writing, review) is not part of it. Never negative: a clock that was set
 * back gives 0. Pure.
 */
export function leadTimeSeconds(candidateAt: Date, releasedAt: Date): number {
  return Math.max(0, Math.floor(secondsBetween(candidateAt, releasedAt)));
}
