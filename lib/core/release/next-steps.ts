import { planAdvance } from "./advance";
import { STAGE_ENDS, STAGE_ORDER, STAGE_STATUSES, type Stage, type StageState, type StageStatus } from "./stages";

export type NextStep = { stage: Stage; status: StageStatus };

/**
 * What can be done with a release's stages now: finish the one that runs, start the next or the failed one again.
 * A stage is started before it is finished here, so that its duration is known; archiving takes no time. Pure.
 */
export function nextSteps(current: StageState): NextStep[] {
  const opening = (stage: Stage): StageStatus =>
    stage === "archived" && current.stage !== "archived" ? "succeeded" : "running";
  const isFinishing = (stage: Stage) => stage === current.stage && current.status === "running";
  return STAGE_ORDER.flatMap((stage) => STAGE_STATUSES.map((status) => ({ stage, status }))).filter(
    ({ stage, status }) =>
      planAdvance(current, stage, status).allowed && (isFinishing(stage) || status === opening(stage)),
  );
}

/** The ends that a release can be brought to now: aborted or rejected before production, rolled back from there on. */
export function possibleEnds(current: StageState): (typeof STAGE_ENDS)[number][] {
  return STAGE_ENDS.filter((end) => planAdvance(current, end, "succeeded").allowed);
}
