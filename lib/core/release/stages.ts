/** Stages in their order. Source: "Release lifecycle" of the domain rules. */
export const STAGE_ORDER = [
  "candidate",
  "build",
  "readiness",
  "staging",
  "approval",
  "production",
  "archived",
] as const;
/** Ends other than the archive. */
export const STAGE_ENDS = ["aborted", "rejected", "rolled_back"] as const;
export const STAGES = [...STAGE_ORDER, ...STAGE_ENDS] as const;
export const STAGE_STATUSES = ["running", "succeeded", "failed"] as const;
export type Stage = (typeof STAGES)[number];
export type StageStatus = (typeof STAGE_STATUSES)[number];
export type StageState = { stage: Stage; status: StageStatus };
