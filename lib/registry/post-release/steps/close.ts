import { DomainError } from "@/lib/core/errors";
import { isArchived, planAdvance } from "@/lib/core/release/advance";
import type { StageState } from "@/lib/core/release/stages";
import type { FoundRelease } from "../../release/find";
import { moveStage } from "../../release/move";
import type { StepWork } from "../step-work";

const stateOf = ({ release }: FoundRelease): StageState => ({ stage: release.stage, status: release.stageStatus });

/** Takes the release through the stage `archived`, as far as a pipeline has not done so already. */
export const closeStep: StepWork = async (scope, found) => {
  const from = stateOf(found);
  let current = found;
  for (const status of ["running", "succeeded"] as const) {
    const reached = stateOf(current);
    if (isArchived(reached) || (reached.stage === "archived" && reached.status === status)) continue;
    const plan = planAdvance(reached, "archived", status);
    if (!plan.allowed) throw new DomainError("conflict", plan.reason);
    const note = status === "succeeded" ? "What follows a rollout is done." : null;
    const how = { note, evidence: [], entry: null, rolledBackTo: null };
    current = await moveStage(scope, current, { next: plan.next, ended: plan.ended, at: scope.now, ...how });
  }
  return {
    result: isArchived(from) ? { skipped: "It was archived already." } : {},
    kind: "stage",
    data: { ...stateOf(current), from: from.stage, fromStatus: from.status },
  };
};
