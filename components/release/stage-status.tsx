import type { Stage, StageStatus as StageState } from "@/lib/core/release/stages";

const STAGE_NAMES: Partial<Record<Stage, string>> = { rolled_back: "rolled back" };
const WORDS: Record<StageState, string> = { running: "running", succeeded: "done", failed: "failed" };
/** Ends that say by their name that they are over. */
const ENDS: readonly Stage[] = ["archived", "aborted", "rejected", "rolled_back"];

export const stageName = (stage: Stage): string => STAGE_NAMES[stage] ?? stage;

/** Where a release stands: "staging, running", or just "archived" where that says it all. */
export function StageStatus({ stage, status }: { stage: Stage; status: StageState }) {
  const isOver = ENDS.includes(stage) && status === "succeeded";
  return (
    <span>
      {stageName(stage)}
      {!isOver && <span className="text-muted">, {WORDS[status]}</span>}
    </span>
  );
}
