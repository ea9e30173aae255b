import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { postReleaseStep } from "@/db/schema/post-release";
import { DomainError } from "@/lib/core/errors";
import type { StepResult } from "@/lib/core/post-release/result";
import { isSettled, POST_RELEASE_STEPS, type PostReleaseStep, type StepState } from "@/lib/core/post-release/steps";
import { type CommandScope, command } from "../command";
import { type FoundRelease, findRelease } from "../release/find";
import type { StepWork } from "./step-work";
import { archiveStep } from "./steps/archive";
import { closeStep } from "./steps/close";
import { dashboardsStep } from "./steps/dashboards";
import { notifyStep } from "./steps/notify";
import { rollbackStep } from "./steps/rollback";

const WORK: Record<PostReleaseStep, StepWork> = {
  archive: archiveStep,
  dashboards: dashboardsStep,
  rollback: rollbackStep,
  notify: notifyStep,
  close: closeStep,
};

/**
 * Does one step of what follows a rollout. The release is locked and the step is noted as done in the transaction that
 * does it, so that a second attempt, at once or later, finds it done and changes nothing.
 */
export const runPostReleaseStep = command({
  name: "post-release.run-step",
  permission: "system:run",
  input: z.strictObject({ releaseId: z.uuid(), step: z.enum(POST_RELEASE_STEPS) }),
  async run(scope, { releaseId, step }) {
    const found = await findRelease(scope.tx, scope.actor, releaseId, "lock");
    const rows = await stepsOf(scope.tx, found);
    const state = rows.get(step);
    if (!state) throw new DomainError("not_found", "Nothing has to follow this release: it was not rolled out.");
    if (isSettled(state)) return { value: { state }, record: "unchanged" };
    const waiting = POST_RELEASE_STEPS.filter((each) => each !== "close" && !isSettled(rows.get(each) ?? "pending"));
    if (step === "close" && waiting.length > 0) {
      throw new DomainError("conflict", `The release is archived when ${waiting.join(", ")} is done.`);
    }
    const { kind, result, data, subjects = [] } = await WORK[step](scope, found);
    const settled = result.skipped === undefined || step === "close" ? "done" : "skipped";
    await settle(scope, found, { step, state: settled, result });
    return {
      value: { state: settled },
      record: { kind, subjects: [releaseId, ...subjects], data: { release: releaseId, step, ...data } },
    };
  },
});

async function stepsOf(tx: Tx, { release }: FoundRelease): Promise<Map<PostReleaseStep, StepState>> {
  const rows = await tx
    .select({ step: postReleaseStep.step, state: postReleaseStep.state })
    .from(postReleaseStep)
    .where(and(eq(postReleaseStep.tenantId, release.tenantId), eq(postReleaseStep.releaseId, release.id)));
  return new Map(rows.map(({ step, state }) => [step, state]));
}

async function settle(
  { tx, now }: CommandScope,
  { release }: FoundRelease,
  { step, state, result }: { step: PostReleaseStep; state: StepState; result: StepResult },
): Promise<void> {
  await tx
    .update(postReleaseStep)
    .set({
      state,
      result,
      error: null,
      attempts: sql`${postReleaseStep.attempts} + 1`,
      attemptedAt: now,
      finishedAt: now,
    })
    .where(
      and(
        eq(postReleaseStep.tenantId, release.tenantId),
        eq(postReleaseStep.releaseId, release.id),
        eq(postReleaseStep.step, step),
      ),
    );
}
