import { SpanStatusCode, trace } from "@opentelemetry/api";
import { log } from "@/lib/observability/log";
import { loggable } from "@/lib/observability/loggable";

export type JobFacts = { name: string; id: string; tenantId: string | null; attempt: number };

/** Runs one job inside a span `job.execute` with its outcome, and logs it; a failure is thrown on, to be retried. */
export async function withJobSpan(job: JobFacts, run: () => Promise<void>): Promise<void> {
  return trace.getTracer("readiness").startActiveSpan("job.execute", async (span) => {
    const { name, id, attempt } = job;
    const tenant = job.tenantId ?? undefined;
    span.setAttributes({ "job.name": name, "job.id": id, tenant, "job.retries": attempt });
    const facts = { component: "worker", command: name, artifact: id, tenant, attempt };
    const { traceId: trace_id, spanId: span_id } = span.spanContext();
    try {
      await run();
      span.setAttribute("outcome", "ok");
      log.debug({ ...facts, trace_id, span_id, outcome: "ok" }, "job done");
    } catch (error) {
      span.setAttribute("outcome", "failed").setStatus({ code: SpanStatusCode.ERROR });
      log.warn({ ...facts, trace_id, span_id, outcome: "failed", error: loggable(error) }, "job failed; it is retried");
      throw error;
    } finally {
      span.end();
    }
  });
}
