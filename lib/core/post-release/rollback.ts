import type { RehearsalFreshness } from "@/lib/core/rehearsal/freshness";

export const ROLLBACK_STATES = ["ready", "at_risk", "not_ready"] as const;
export type RollbackState = (typeof ROLLBACK_STATES)[number];
export type RollbackReadiness = { state: RollbackState; reasons: string[] };

export type RollbackFacts = {
  /** The version that ran before, to which one would go back; null: nothing was released there before. */
  previousVersion: string | null;
  /** The version that the manifest's rollback plan goes back to; null: there is no plan. */
  planTarget: string | null;
  rehearsal: Pick<RehearsalFreshness, "state" | "reason">;
  /** False: the policy asks for no rehearsals, so that a lacking one is no reason. */
  rehearsalRequired: boolean;
};

/**
 * Whether what runs in a place could be rolled back. `not_ready`: there is no plan, or no version to go back to.
 * `at_risk`: there is a way back, but something says that it may not work. Source: "Release lifecycle" of the domain
 * rules.
 */
export function rollbackOf(facts: RollbackFacts): RollbackReadiness {
  const { previousVersion, planTarget, rehearsal, rehearsalRequired } = facts;
  const lacking = [
    ...(planTarget === null ? ["the manifest holds no rollback plan"] : []),
    ...(previousVersion === null ? ["no earlier version was released here"] : []),
  ];
  const doubts = [
    ...(rehearsalRequired && rehearsal.state !== "fresh" ? [rehearsal.reason] : []),
    ...(planTarget !== null && previousVersion !== null && planTarget !== previousVersion
      ? [`the plan goes back to ${planTarget}, but ${previousVersion} ran before`]
      : []),
  ];
  const state = lacking.length > 0 ? "not_ready" : doubts.length > 0 ? "at_risk" : "ready";
  return { state, reasons: [...lacking, ...doubts] };
}
