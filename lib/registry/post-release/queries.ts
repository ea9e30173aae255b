import { and, eq } from "drizzle-orm";
import { postReleaseStep, releaseArchive, verificationWindow } from "@/db/schema/post-release";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { canRetry, readResult, type StepResult } from "@/lib/core/post-release/result";
import { POST_RELEASE_STEPS, type PostReleaseStep, type StepState } from "@/lib/core/post-release/steps";
import type { VerificationJudgement } from "@/lib/core/post-release/verification";
import type { WindowState } from "@/lib/core/post-release/window";
import { read } from "../read";
import { findReleaseByText } from "../release/find-by-text";

export type StepView = {
  step: PostReleaseStep;
  state: StepState;
  attempts: number;
  result: StepResult;
  error: string | null;
  attemptedAt: string | null;
  finishedAt: string | null;
  canRetry: boolean;
};
export type WindowView = {
  state: WindowState;
  openedAt: string;
  closesAt: string;
  judgedAt: string | null;
  endedAt: string | null;
  judgement: VerificationJudgement | null;
  accepted: { by: string; at: string; reason: string } | null;
};
/** `steps` in their order; empty, and `verification` null, before the rollout has succeeded. */
export type AfterRelease = { steps: StepView[]; verification: WindowView | null; now: string };

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What follows the rollout of a release, and how far it is. */
export async function afterRelease(actor: Actor, releaseId: string): Promise<AfterRelease> {
  return read(actor, async (tx, now) => {
    const { release } = await findReleaseByText(tx, actor, releaseId);
    const steps = await tx
      .select()
      .from(postReleaseStep)
      .where(and(eq(postReleaseStep.tenantId, actor.tenantId), eq(postReleaseStep.releaseId, release.id)));
    const [window] = await tx
      .select()
      .from(verificationWindow)
      .where(and(eq(verificationWindow.tenantId, actor.tenantId), eq(verificationWindow.releaseId, release.id)));
    const place = (step: PostReleaseStep) => POST_RELEASE_STEPS.indexOf(step);
    return {
      steps: steps
        .toSorted((one, other) => place(one.step) - place(other.step))
        .map((row) => stepView(row, release.stage === "rolled_back")),
      verification: window ? windowView(window) : null,
      now: now.toISOString(),
    };
  });
}

function stepView(row: typeof postReleaseStep.$inferSelect, rolledBack: boolean): StepView {
  const { step, state, attempts, error } = row;
  const result = readResult(row.result);
  return {
    ...{ step, state, attempts, error, result },
    attemptedAt: text(row.attemptedAt),
    finishedAt: text(row.finishedAt),
    canRetry: canRetry({ step, state, result }, rolledBack),
  };
}

function windowView(row: typeof verificationWindow.$inferSelect): WindowView {
  const { acceptedAt, acceptedByName, acceptedReason } = row;
  return {
    state: row.state,
    openedAt: row.openedAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    judgedAt: text(row.judgedAt),
    endedAt: text(row.endedAt),
    judgement: row.judgement as VerificationJudgement | null,
    accepted:
      acceptedAt && acceptedByName && acceptedReason
        ? { by: acceptedByName, at: acceptedAt.toISOString(), reason: acceptedReason }
        : null,
  };
}

export type StoredArchive = { digest: string; document: string; archivedAt: string; name: string };

/** The archive of a release, byte by byte as its digest is of, or `not_found`. */
export async function archivedRelease(actor: Actor, releaseId: string): Promise<StoredArchive> {
  return read(actor, async (tx) => {
    const { release, service } = await findReleaseByText(tx, actor, releaseId);
    const [row] = await tx
      .select()
      .from(releaseArchive)
      .where(and(eq(releaseArchive.tenantId, actor.tenantId), eq(releaseArchive.releaseId, release.id)));
    if (!row) throw new DomainError("not_found", "This release is not archived yet.");
    const { digest, document, archivedAt } = row;
    return { digest, document, archivedAt: archivedAt.toISOString(), name: `${service.slug}-${release.version}` };
  });
}
