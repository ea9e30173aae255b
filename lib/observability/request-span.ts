import { SpanStatusCode, trace } from "@opentelemetry/api";

/** Runs one request of the API inside a span `http.request`; `tenant` is told when it is known. */
export async function withRequestSpan(
  request: { method: string; route: string },
  handle: (setTenant: (tenantId: string) => void) => Promise<Response>,
): Promise<Response> {
  return trace.getTracer("readiness").startActiveSpan("http.request", async (span) => {
    span.setAttributes({ method: request.method, route: request.route });
    try {
      const response = await handle((tenantId) => span.setAttribute("tenant", tenantId));
      span.setAttribute("status", response.status);
      if (response.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      return response;
    } finally {
      span.end();
    }
  });
}
