import type { Actor } from "@/lib/core/access";
import { advanceRelease } from "@/lib/registry/release/advance";
import { ARTIFACT } from "./documents";
import { type Approvers, advanceToApproval, approveAll, type ReadyRelease, readyRelease } from "./release";

/** A release that everybody approved and whose rollout has just succeeded. */
export async function rolledOut(actor: Actor, approvers: Approvers): Promise<ReadyRelease> {
  const release = await readyRelease(actor);
  await advanceToApproval(actor, release.id);
  await approveAll(approvers, release);
  await advanceRelease({ actor }, { releaseId: release.id, stage: "production", artifacts: [ARTIFACT] });
  await advanceRelease({ actor }, { releaseId: release.id, stage: "production", status: "succeeded" });
  return release;
}
