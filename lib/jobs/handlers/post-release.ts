import type { Jobs } from "@/db/jobs/queues";
import { isDomainError } from "@/lib/core/errors";
import { POST_RELEASE_STEPS } from "@/lib/core/post-release/steps";
import { noteFailure } from "@/lib/registry/post-release/note-failure";
import { runPostReleaseStep } from "@/lib/registry/post-release/run-step";
import { systemActor } from "@/lib/registry/system-actor";

/**
 * Does what follows a rollout, step by step, each in a transaction of its own. Killed anywhere, run twice or by two at
 * once, it ends in the same state. A step that fails keeps none of the others from being done, but the release stays
 * out of the archive; the job is then tried again.
 */
export async function postRelease({ tenantId, releaseId }: Jobs["post-release"]): Promise<void> {
  const actor = systemActor(tenantId);
  const failures: unknown[] = [];
  for (const step of POST_RELEASE_STEPS) {
    if (step === "close" && failures.length > 0) continue;
    try {
      await runPostReleaseStep({ actor }, { releaseId, step });
    } catch (error) {
      // The release, or the sample that it was part of, is gone.
      if (isDomainError(error) && error.code === "not_found") return;
      failures.push(error);
      await noteFailure(tenantId, releaseId, step, error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} steps after the release failed`);
}
