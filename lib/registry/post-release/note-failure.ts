import { and, eq, inArray, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { postReleaseStep } from "@/db/schema/post-release";
import { isDomainError } from "@/lib/core/errors";
import type { PostReleaseStep } from "@/lib/core/post-release/steps";

const UNEXPECTED = "Something unexpected went wrong; the server's log has it.";

/** Notes beside a step why its attempt failed, in words for people. One that was done meanwhile stays done. */
export async function noteFailure(
  tenantId: string,
  releaseId: string,
  step: PostReleaseStep,
  error: unknown,
): Promise<void> {
  await transaction({ tenantId }, (tx) =>
    tx
      .update(postReleaseStep)
      .set({
        state: "failed",
        error: isDomainError(error) ? error.message : UNEXPECTED,
        attempts: sql`${postReleaseStep.attempts} + 1`,
        attemptedAt: sql`clock_timestamp()`,
      })
      .where(
        and(
          eq(postReleaseStep.tenantId, tenantId),
          eq(postReleaseStep.releaseId, releaseId),
          eq(postReleaseStep.step, step),
          inArray(postReleaseStep.state, ["pending", "failed"]),
        ),
      ),
  );
}
