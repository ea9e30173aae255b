import { SpanStatusCode, trace } from "@opentelemetry/api";
import {
  GATE_SPAN,
  gateSpanAttributes,
  REHEARSAL_CHECKED,
  rehearsalCheckedAttributes,
} from "@/lib/core/gate/span-attributes";
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
  return trace.getTracer("readiness").startActiveSpan(GATE_SPAN, async (span) => {
    span.setAttributes({
      "readiness.release.id": context.release,
      "readiness.service": context.service,
      "readiness.release.version": context.version,
      "deployment.environment.name": context.environment,
    });
    try {
      const result = await evaluate(span.spanContext().traceId);
      span.setAttributes(gateSpanAttributes(result.verdict));
      if (result.verdict.verdict !== "approve")
        span.setStatus({ code: SpanStatusCode.ERROR, message: result.verdict.summary });
      const checked = rehearsalCheckedAttributes(result.verdict);
      if (checked) span.addEvent(REHEARSAL_CHECKED, { ...checked, "readiness.release.id": context.release });
      return result;
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
