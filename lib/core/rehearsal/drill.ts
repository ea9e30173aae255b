import { REHEARSAL_STEPS, type RehearsalDocument, type RehearsalStep } from "./schema";

type StepName = RehearsalStep["name"];
/** A step that was begun. `fault` says in words why it did not pass. */
export type DrillStep = { name: StepName } & (
  | { ended: "passed" }
  | { ended: "failed"; fault: string }
  | { ended: "interrupted" }
);
export type DrillJudgement = { outcome: RehearsalDocument["outcome"]; gaps: string[] };
export type DrillTime = { tookSeconds: number; maxSeconds: number | null };

/**
 * How a drill ended, from its steps in their order, with one gap for each thing that went wrong. It passed when the
 * deployment, the rollback and the verification did, within the time allowed. Without a deployment there was nothing to
 * roll back: that drill was aborted, as is one that was interrupted or not brought to its end. Else it failed.
 */
export function judgeDrill(steps: readonly DrillStep[], time: DrillTime): DrillJudgement {
  const gaps = steps.flatMap(gapOf);
  const last = steps.at(-1);
  if (!last || last.ended === "interrupted") return { outcome: "aborted", gaps };
  if (last.ended === "failed") return { outcome: last.name === "deploy" ? "aborted" : "failed", gaps };
  if (steps.length < REHEARSAL_STEPS.length) return { outcome: "aborted", gaps: [...gaps, "The drill did not end."] };
  if (time.maxSeconds !== null && time.tookSeconds > time.maxSeconds) {
    const took = `The drill took ${Math.ceil(time.tookSeconds)} s, longer than the ${time.maxSeconds} s allowed.`;
    return { outcome: "failed", gaps: [...gaps, took] };
  }
  return { outcome: "passed", gaps };
}

function gapOf(step: DrillStep): string[] {
  if (step.ended === "passed") return [];
  if (step.ended === "interrupted") return [`The ${step.name} step was interrupted.`];
  const consequence = step.name === "deploy" ? " The rollback was not tried." : "";
  return [`The ${step.name} step ${step.fault}.${consequence}`];
}

/** The steps that come after those which were begun. */
export const remainingSteps = (begun: readonly Pick<DrillStep, "name">[]): StepName[] =>
  REHEARSAL_STEPS.filter((name) => !begun.some((step) => step.name === name));
