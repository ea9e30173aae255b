import { POST_RELEASE_STEPS } from "@/lib/core/post-release/steps";
import { submitMetrics } from "@/lib/registry/metrics/submit";
import { runPostReleaseStep } from "@/lib/registry/post-release/run-step";
import { systemActor } from "@/lib/registry/system-actor";
import { settleVerification } from "@/lib/registry/verification/settle";
import { after, by, type Draft } from "./draft";
import { metricsDocument } from "./metrics-document";
import type { Story } from "./story";

/** What follows a rollout: Readiness does its steps, the service is measured, and its verification passes. */
export async function* followed(draft: Draft): Story {
  const { releaseId, world } = draft;
  const readiness = systemActor(world.tenantId);
  yield after(draft, 1);
  for (const step of POST_RELEASE_STEPS) await runPostReleaseStep(by(draft, readiness), { releaseId, step });
  yield after(draft, 11);
  await measured(draft);
  yield after(draft, 19);
  await settleVerification(by(draft, readiness), { releaseId });
}

/** The monitoring's snapshot of what runs now. */
async function measured(draft: Draft): Promise<void> {
  const { service, environment, version, commit, random, world } = draft;
  const runId = `after-release-${service}-${environment}-${version}`;
  const run = { service, environment, version, commit, runId, outcome: "good" as const, generatedAt: draft.at };
  await submitMetrics(by(draft, world.runner), { service, document: metricsDocument(run, random) });
}
