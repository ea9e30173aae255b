import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { declareIncident } from "@/lib/registry/incident/declare";
import { noteFailure } from "@/lib/registry/post-release/note-failure";
import { systemActor } from "@/lib/registry/system-actor";
import { settleVerification } from "@/lib/registry/verification/settle";
import type { ReadyCalls } from "./ready-calls";
import { newApprovers } from "./release";
import { rolledOut } from "./rollout";
import type { TestTenant } from "./tenant";

/** Two releases that were rolled out before an incident: one with its window open and a failed step, one flagged. */
export async function readyRollouts(tenant: TestTenant, pipeline: Actor): Promise<ReadyCalls> {
  const approvers = await newApprovers(tenant);
  const { id: watched } = await rolledOut(pipeline, approvers);
  const { id: flagged } = await rolledOut(pipeline, approvers);
  const incident = { service: tenant.service.slug, severity: "sev1", title: "Nothing answers" };
  await declareIncident({ actor: approvers["sre-on-call"] }, incident);
  const actor = systemActor(tenant.tenantId);
  const { state } = await settleVerification({ actor }, { releaseId: flagged });
  if (state !== "flagged") throw new Error(`the verification is ${state}`);
  await noteFailure(tenant.tenantId, watched, "notify", new DomainError("unavailable", "Nobody could be told."));
  return {
    "post-release.run-step": { actor, change: { releaseId: watched } },
    "post-release.retry": { change: { releaseId: watched } },
    "verification.settle": { actor, change: { releaseId: watched } },
    "verification.accept": { change: { releaseId: flagged } },
  };
}
