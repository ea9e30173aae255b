import type { Stage, StageState } from "../release/stages";

const NEWS: Partial<Record<Stage, Partial<Record<StageState["status"], string>>>> = {
  approval: { running: "waits for its signatures", succeeded: "was approved", failed: "was not approved" },
  production: { running: "is being rolled out", succeeded: "was rolled out", failed: "could not be rolled out" },
  rolled_back: { succeeded: "was rolled back" },
  rejected: { succeeded: "was rejected" },
  aborted: { succeeded: "was aborted" },
};

/**
 * What a release's step says to those who respond to an incident of its service, after its version: "was rolled back".
 * Null for a step that does not reach users and asks nobody for anything. Pure.
 */
export function releaseNews({ stage, status }: StageState): string | null {
  return NEWS[stage]?.[status] ?? null;
}
