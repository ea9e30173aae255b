import type { StageState } from "./stages";

/**
 * Where a release is that has reached its environment and stays there: its rollout succeeded, and it was not rolled
 * back. Whether it is archived already makes no difference.
 */
export const RELEASED: readonly StageState[] = [
  { stage: "production", status: "succeeded" },
  { stage: "archived", status: "running" },
  { stage: "archived", status: "succeeded" },
  { stage: "archived", status: "failed" },
];
