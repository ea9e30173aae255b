import { and, eq, inArray, ne } from "drizzle-orm";
import { enqueue } from "@/db/jobs/enqueue";
import { postReleaseStep, rollbackReadiness, verificationSetting, verificationWindow } from "@/db/schema/post-release";
import { POST_RELEASE_STEPS } from "@/lib/core/post-release/steps";
import { windowEnd } from "@/lib/core/post-release/window";
import type { CommandScope } from "../command";
import type { FoundRelease } from "../release/find";

/**
 * Called in the transaction in which a rollout succeeds: writes down what has to follow, opens the verification window
 * and asks for the job. Called again for the same release it changes nothing.
 */
export async function beginPostRelease({ tx, now }: CommandScope, found: FoundRelease): Promise<void> {
  const { tenantId, id: releaseId, serviceId, environmentId } = found.release;
  await tx
    .insert(postReleaseStep)
    .values(
      POST_RELEASE_STEPS.map((step) => ({ tenantId, releaseId, step, state: "pending" as const, createdAt: now })),
    )
    .onConflictDoNothing();
  const [setting] = await tx
    .select({ minutes: verificationSetting.minutes })
    .from(verificationSetting)
    .where(and(eq(verificationSetting.tenantId, tenantId), eq(verificationSetting.environmentId, environmentId)));
  await tx
    .insert(verificationWindow)
    .values({
      ...{ tenantId, releaseId, serviceId, environmentId },
      state: "watching",
      openedAt: now,
      closesAt: windowEnd(now, setting?.minutes ?? null),
    })
    .onConflictDoNothing();
  await enqueue(tx, "post-release", { tenantId, releaseId }, { key: releaseId });
}

/**
 * Called in the transaction in which a release is rolled back: its window ends as rolled back, what was not done yet
 * is skipped, and it no longer says whether its place could be rolled back.
 */
export async function endPostRelease({ tx, now }: CommandScope, found: FoundRelease): Promise<void> {
  const { tenantId, id: releaseId } = found.release;
  await tx
    .update(postReleaseStep)
    .set({ state: "skipped", error: null, result: { skipped: "The release was rolled back." }, finishedAt: now })
    .where(
      and(
        eq(postReleaseStep.tenantId, tenantId),
        eq(postReleaseStep.releaseId, releaseId),
        inArray(postReleaseStep.state, ["pending", "failed"]),
        // What was released stays on record, also when it is taken back.
        ne(postReleaseStep.step, "archive"),
      ),
    );
  await tx
    .update(verificationWindow)
    .set({ state: "rolled_back", endedAt: now })
    .where(
      and(
        eq(verificationWindow.tenantId, tenantId),
        eq(verificationWindow.releaseId, releaseId),
        inArray(verificationWindow.state, ["watching", "flagged"]),
      ),
    );
  await tx
    .delete(rollbackReadiness)
    .where(and(eq(rollbackReadiness.tenantId, tenantId), eq(rollbackReadiness.releaseId, releaseId)));
}
