import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { verificationWindow } from "@/db/schema/post-release";
import { DomainError } from "@/lib/core/errors";
import { judgeVerification, type VerificationJudgement } from "@/lib/core/post-release/verification";
import type { WindowState } from "@/lib/core/post-release/window";
import { type CommandOutcome, command } from "../command";
import { findRelease } from "../release/find";
import { verificationFacts } from "./facts";
import { flagRelease } from "./flag";

/**
 * Judges the window of a release by what is on record: it stays open, passes or is flagged. A flag is told and opens
 * an action item in the same transaction. What has ended is left alone.
 */
export const settleVerification = command({
  name: "verification.settle",
  permission: "system:run",
  input: z.strictObject({ releaseId: z.uuid() }),
  async run(scope, { releaseId }): Promise<CommandOutcome<{ state: WindowState }>> {
    const { tx, actor, now } = scope;
    const found = await findRelease(tx, actor, releaseId, "lock");
    const key = and(eq(verificationWindow.tenantId, actor.tenantId), eq(verificationWindow.releaseId, releaseId));
    const [window] = await tx.select().from(verificationWindow).where(key);
    if (!window) throw new DomainError("not_found", "This release has no verification window: it was not rolled out.");
    if (window.state !== "watching") return { value: { state: window.state }, record: "unchanged" };
    const judgement = judgeVerification(await verificationFacts(tx, found, window), now);
    const { state } = judgement;
    await tx
      .update(verificationWindow)
      .set({ state, judgement, judgedAt: now, endedAt: state === "watching" ? null : now })
      .where(key);
    if (state === "watching") return { value: { state }, record: "unchanged" };
    if (state === "flagged") await flagRelease(scope, found, judgement);
    return {
      value: { state },
      record: { kind: "verification", subjects: [releaseId], data: dataOf(releaseId, judgement) },
    };
  },
});

const dataOf = (release: string, { state, violations, checks, snapshots }: VerificationJudgement) => ({
  ...{ release, state, violations, snapshots },
  checks: checks.map(({ id, outcome, observed, threshold }) => ({ id, outcome, observed, threshold })),
});
