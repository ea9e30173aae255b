import { SpanStatusCode, trace } from "@opentelemetry/api";

export const DEPLOYMENT_SPAN = "deployment.execute";

export type Rollout = {
  tenant: string;
  release: string;
  service: string;
  environment: string;
  version: string;
  outcome: "succeeded" | "failed" | "refused";
  /** Why it was refused. */
  reason: string | null;
  decisionId: string | null;
  leadTimeSeconds: number | null;
  startedAt: Date;
  finishedAt: Date;
};

/** One rollout as one span `deployment.execute`, from its start to its finish; a refused one has no length. */
export function announceRollout(rollout: Rollout): void {
  const { outcome, reason, decisionId, leadTimeSeconds, startedAt, finishedAt } = rollout;
  const span = trace.getTracer("readiness").startSpan(DEPLOYMENT_SPAN, {
    startTime: startedAt,
    attributes: {
      tenant: rollout.tenant,
      "readiness.release.id": rollout.release,
      "readiness.service": rollout.service,
      "readiness.release.version": rollout.version,
      "deployment.environment.name": rollout.environment,
      "readiness.deployment.outcome": outcome,
      "readiness.deployment.duration_ms": finishedAt.getTime() - startedAt.getTime(),
      ...(decisionId === null ? {} : { "readiness.decision.id": decisionId }),
      ...(leadTimeSeconds === null ? {} : { "readiness.lead_time_seconds": leadTimeSeconds }),
    },
  });
  if (outcome !== "succeeded") span.setStatus({ code: SpanStatusCode.ERROR, message: reason ?? outcome });
  span.end(finishedAt);
}
