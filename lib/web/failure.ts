import { isSpanContextValid, trace } from "@opentelemetry/api";
import { type ErrorCode, type FieldIssue, isDomainError } from "@/lib/core/errors";
import { log } from "@/lib/observability/log";
import { loggable } from "@/lib/observability/loggable";

export type Failure = { code: ErrorCode | "internal"; message: string; issues: FieldIssue[]; traceId: string | null };

/** Names this request in traces and logs; null where nothing is traced. */
export function activeTraceId(): string | null {
  const context = trace.getActiveSpan()?.spanContext();
  return context && isSpanContextValid(context) ? context.traceId : null;
}

/** What a door may say about an error. Of an unknown one: nothing but a trace id; the log has the rest. */
export function failureOf(error: unknown): Failure {
  const traceId = activeTraceId();
  if (isDomainError(error)) return { code: error.code, message: error.message, issues: error.issues, traceId };
  log.error({ error: loggable(error), trace_id: traceId }, "unexpected error");
  return { code: "internal", message: "Something went wrong here. Nothing was changed.", issues: [], traceId };
}
