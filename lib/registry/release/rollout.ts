import type { StageState } from "@/lib/core/release/stages";
import { announceRollout } from "@/lib/observability/deployment-span";
import type { FoundRelease } from "./find";

/** Tells traces of a rollout that has ended at `at`, or was refused; nothing of any other stage. */
export function rolloutAnnouncement(
  { release: it, service, environment }: FoundRelease,
  { stage, status }: StageState,
  at: Date,
  refused?: { reason: string; decisionId: string | null },
): (() => void) | undefined {
  if (stage !== "production") return undefined;
  // A finish that is reported twice is no rollout that was refused.
  const isEntry = status === "running" || it.stage !== "production";
  if (refused ? !isEntry : status === "running") return undefined;
  const outcome = refused ? "refused" : status === "succeeded" ? "succeeded" : "failed";
  return () =>
    announceRollout({
      tenant: it.tenantId,
      release: it.id,
      service: service.slug,
      environment: environment.slug,
      version: it.version,
      outcome,
      reason: refused?.reason ?? null,
      decisionId: refused ? refused.decisionId : it.productionDecisionId,
      leadTimeSeconds: refused ? null : it.leadTimeSeconds,
      startedAt: refused ? at : (it.productionStartedAt ?? at),
      finishedAt: at,
    });
}
