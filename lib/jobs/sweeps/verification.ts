import { systemActor } from "@/lib/registry/system-actor";
import { settleVerification } from "@/lib/registry/verification/settle";
import { watchedReleases } from "@/lib/registry/verification/watching";

/** Judges every open verification window of a tenant as of `now`; trouble with one does not keep the others waiting. */
export async function judgeVerifications(tenantId: string, now: Date): Promise<void> {
  const actor = systemActor(tenantId);
  const failures: unknown[] = [];
  for (const releaseId of await watchedReleases(tenantId)) {
    await settleVerification({ actor, clock: () => now }, { releaseId }).catch((error: unknown) =>
      failures.push(error),
    );
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} verifications could not be judged`);
}
