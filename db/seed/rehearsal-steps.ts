import { REHEARSAL_STEPS, type RehearsalStep } from "@/lib/core/rehearsal/schema";

/** At which parts of a drill's time its steps begin, and the last one ends. */
const PARTS = [0, 0.45, 0.7, 1] as const;
/** How many steps passed before one did not. */
const PASSED = { passed: 3, failed: 2, aborted: 0 };

/** Steps of a drill that was executed by the pipeline: a failed one was not verified, an aborted one not deployed. */
export function drillSteps(startedAt: Date, finishedAt: Date, outcome: keyof typeof PASSED): RehearsalStep[] {
  const tookMs = finishedAt.getTime() - startedAt.getTime();
  const at = (part = 1) => new Date(startedAt.getTime() + Math.round(tookMs * part)).toISOString();
  const done = PASSED[outcome];
  return REHEARSAL_STEPS.map((name, index): RehearsalStep => {
    if (index > done) return { name, started_at: at(), finished_at: at(), outcome: "not_run" };
    const started_at = at(PARTS[index]);
    if (index < done) return { name, started_at, finished_at: at(PARTS[index + 1]), outcome: "passed" };
    return { name, started_at, finished_at: at(), outcome: "failed", detail: "exited with code 1" };
  });
}
