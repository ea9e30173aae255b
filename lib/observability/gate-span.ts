import { SpanStatusCode, trace } from "@opentelemetry/api";
import type { Verdict } from "@/lib/core/gate/verdict";

export type GateSpanContext = { release: string; service: string; environment: string; version: string };

/**
 * Runs one evaluation inside a span `deployment.gate` that carries the verdict and the failing checks, and returns its
 * trace id for the decision's record.
 */
export async function withGateSpan<T extends { verdict: Verdict }>(
  context: GateSpanContext,
  evaluate: (traceId: string) => Promise<T>,
): Promise<T> {
  return trace.getTracer("readiness").startActiveSpan("deployment.gate", async (span) => {
    span.setAttributes({
      "readiness.release.id": context.release,
      "readiness.service": context.service,
      "readiness.release.version": context.version,
      "deployment.environment.name": context.environment,
    });
    try {
      const result = await evaluate(span.spanContext().traceId);
      const failing = result.verdict.checks
        .filter((check) => check.outcome !== "pass" && !check.waived)
        .map((check) => check.id);
      span.setAttributes({ "readiness.verdict": result.verdict.verdict, "readiness.failing_checks": failing });
      if (result.verdict.verdict !== "approve")
        span.setStatus({ code: SpanStatusCode.ERROR, message: result.verdict.summary });
      const rehearsal = result.verdict.checks.find((check) => check.id === "rehearsal.fresh");
      if (rehearsal) {
        span.addEvent("rehearsal.checked", {
          "readiness.rehearsal.age": String(rehearsal.observed ?? ""),
          "readiness.rehearsal.limit": String(rehearsal.threshold ?? ""),
          "readiness.rehearsal.stale": rehearsal.outcome !== "pass",
          "readiness.release.id": context.release,
        });
      }
      return result;
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
