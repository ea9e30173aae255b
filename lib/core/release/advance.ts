import { STAGE_ENDS, STAGE_ORDER, type Stage, type StageState, type StageStatus } from "./stages";

export type AdvancePlan =
  | { allowed: true; next: StageState; ended: boolean }
  | { allowed: false; reason: string; missingStage: Stage | null };

const hasEnded = ({ stage, status }: StageState): boolean =>
  (STAGE_ENDS as readonly Stage[]).includes(stage) || isArchived({ stage, status });
const place = (stage: Stage): number => (STAGE_ORDER as readonly Stage[]).indexOf(stage);
const refuse = (reason: string, missingStage: Stage | null = null): AdvancePlan => ({
  allowed: false,
  reason,
  missingStage,
});

/**
 * Whether a release may go from `current` to `stage` with `status`. `running` starts a stage, `succeeded` and
 * `failed` finish it; naming the next stage as `succeeded` starts and finishes it at once. A failed stage may be
 * started again. Refusals name the stage that is missing. Pure.
 */
export function planAdvance(current: StageState, stage: Stage, status: StageStatus): AdvancePlan {
  if (hasEnded(current) && !(current.stage === "archived" && stage === "rolled_back")) {
    return refuse(`This release has ended (${current.stage}); create a new one.`);
  }
  if ((STAGE_ENDS as readonly Stage[]).includes(stage)) return planEnd(current, stage);
  const from = place(current.stage);
  const to = place(stage);
  if (to === from) return planSame(current, stage, status);
  if (to < from) return refuse(`${stage} is behind this release, which is at ${current.stage}.`);
  const next = STAGE_ORDER[from + 1] ?? "archived";
  if (current.status !== "succeeded") {
    return refuse(`${stage} cannot start: ${current.stage} has not succeeded (${current.status}).`, current.stage);
  }
  if (stage !== next) return refuse(`${stage} cannot start: ${next} has not been done.`, next);
  return { allowed: true, next: { stage, status }, ended: stage === "archived" && status === "succeeded" };
}

/** Whether the archive is finished. */
export const isArchived = ({ stage, status }: StageState): boolean => stage === "archived" && status === "succeeded";

/**
 * Whether what is asked for has been done: a release archives itself after its rollout, and a pipeline that asks for
 * the same afterwards is told so and not refused.
 */
export function isDoneAlready(current: StageState, stage: Stage, status: StageStatus): boolean {
  return isArchived(current) && stage === "archived" && status !== "failed";
}

/** Stages that end a release before its time: each needs a reason. */
export function needsReason(stage: Stage): boolean {
  return (STAGE_ENDS as readonly Stage[]).includes(stage);
}

function planSame(current: StageState, stage: Stage, status: StageStatus): AdvancePlan {
  if (current.status === "running" && status === "running") return refuse(`${stage} is already running.`);
  if (current.status === "succeeded") return refuse(`${stage} has already succeeded.`);
  if (current.status === "failed" && status !== "running") {
    return refuse(`${stage} has failed; start it again before finishing it.`, stage);
  }
  return { allowed: true, next: { stage, status }, ended: stage === "archived" && status === "succeeded" };
}

function planEnd(current: StageState, stage: Stage): AdvancePlan {
  const reached = place(current.stage) >= place("production");
  if (stage === "rolled_back" && !reached)
    return refuse("Only a release that reached production can be rolled back.", "production");
  if (stage !== "rolled_back" && reached) return refuse(`A release in ${current.stage} is rolled back, not ${stage}.`);
  return { allowed: true, next: { stage, status: "succeeded" }, ended: true };
}
