import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { enqueue } from "@/db/jobs/enqueue";
import { postReleaseStep } from "@/db/schema/post-release";
import { DomainError } from "@/lib/core/errors";
import { canRetry, readResult } from "@/lib/core/post-release/result";
import { POST_RELEASE_STEPS } from "@/lib/core/post-release/steps";
import { command } from "../command";
import { findRelease } from "../release/find";

/** Has a step done again that failed, still waits or had nothing to work with. */
export const retryPostReleaseStep = command({
  name: "post-release.retry",
  permission: "release:verify",
  input: z.strictObject({ releaseId: z.uuid(), step: z.enum(POST_RELEASE_STEPS) }),
  async run({ tx, actor }, { releaseId, step }) {
    const { release } = await findRelease(tx, actor, releaseId, "lock");
    const { tenantId } = actor;
    const key = and(
      eq(postReleaseStep.tenantId, tenantId),
      eq(postReleaseStep.releaseId, releaseId),
      eq(postReleaseStep.step, step),
    );
    const [row] = await tx.select().from(postReleaseStep).where(key);
    if (!row) throw new DomainError("not_found", "This release was not rolled out, so nothing follows it.");
    const tried = { step, state: row.state, result: readResult(row.result) };
    if (!canRetry(tried, release.stage === "rolled_back")) {
      throw new DomainError("conflict", `This step is ${row.state}; there is nothing to try again.`);
    }
    await tx.update(postReleaseStep).set({ state: "pending", result: null, error: null, finishedAt: null }).where(key);
    await enqueue(tx, "post-release", { tenantId, releaseId }, { key: releaseId });
    return {
      value: { releaseId, step },
      record: {
        kind: "post-release",
        subjects: [releaseId],
        data: { release: releaseId, step, retried: true, was: row.state, error: row.error },
      },
    };
  },
});
