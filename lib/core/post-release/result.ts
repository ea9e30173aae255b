import { z } from "zod";
import { ROLLBACK_STATES } from "./rollback";
import type { PostReleaseStep, StepState } from "./steps";

/** What came of a step: of each, the members that concern it. */
export const stepResult = z.object({
  /** Why there was nothing to do. */
  skipped: z.string().optional(),
  digest: z.string().optional(),
  links: z.array(z.object({ label: z.string(), url: z.string() })).optional(),
  rollback: z.object({ state: z.enum(ROLLBACK_STATES), reasons: z.array(z.string()) }).optional(),
  /** Names of the people and channels that are told. */
  recipients: z.array(z.string()).optional(),
  summary: z.string().optional(),
});
export type StepResult = z.output<typeof stepResult>;

/** Reads what is stored; what cannot be read is nothing. */
export const readResult = (stored: unknown): StepResult => stepResult.safeParse(stored).data ?? {};

type Tried = { step: PostReleaseStep; state: StepState; result: StepResult };

/**
 * Whether a person may have a step done again: one that failed or still waits, links that had no template to be made
 * from, and a summary that reached nobody. `rolledBack`: of a release that was taken back only the archive is made.
 */
export function canRetry({ step, state, result }: Tried, rolledBack: boolean): boolean {
  if (rolledBack && step !== "archive") return false;
  if (state === "pending" || state === "failed") return true;
  if (step === "dashboards") return state === "skipped";
  return step === "notify" && state === "done" && result.recipients?.length === 0;
}
