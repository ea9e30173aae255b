import { ROOT_CONTEXT, SpanKind } from "@opentelemetry/api";
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import { describe, expect, it } from "vitest";
import { redactingSampler } from "./redacting-sampler";

const SECRET = "0199a5c4-1111-7222-8333-444455556666.aB3aB3aB3.ics";

/** The attributes of a span that begins with these, as they leave the process; null for one that is not sampled. */
function sent(attributes: Record<string, string | number>, env: Record<string, string> = {}) {
  const exporter = new InMemorySpanExporter();
  const spanProcessors = [new SimpleSpanProcessor({ exporter })];
  const provider = new TracerProvider({ sampler: redactingSampler(env as NodeJS.ProcessEnv), spanProcessors });
  provider.getTracer("test").startSpan("GET", { kind: SpanKind.SERVER, attributes }, ROOT_CONTEXT).end();
  return exporter.getFinishedSpans()[0]?.attributes ?? null;
}

describe("a span", () => {
  it.each(["", "?alarm=1", "/more", "#part"])("never holds a personal calendar's secret (…%s)", (more) => {
    const target = `/api/v1/calendar/${SECRET}${more}`;
    const told = JSON.stringify(sent({ "http.target": target, "url.full": `http://x.test${target}`, status: 200 }));
    expect(told).not.toContain("aB3");
    expect(told).toContain("/api/v1/calendar/[redacted]");
  });

  it("keeps every other address", () => {
    const attributes = { "http.target": "/api/v1/rehearsals/calendar.ics?x=1", "http.method": "GET", status: 200 };
    expect(sent(attributes)).toEqual(attributes);
  });

  it.each([
    [{}, true],
    [{ OTEL_TRACES_SAMPLER: "parentbased_always_off" }, false],
    [{ OTEL_TRACES_SAMPLER: "always_off" }, false],
    [{ OTEL_TRACES_SAMPLER: "traceidratio", OTEL_TRACES_SAMPLER_ARG: "0" }, false],
    [{ OTEL_TRACES_SAMPLER: "parentbased_traceidratio", OTEL_TRACES_SAMPLER_ARG: "1" }, true],
    [{ OTEL_TRACES_SAMPLER: "no_such_sampler" }, true],
  ] as [Record<string, string>, boolean][])("is sampled as %o says: %s", (env, isSampled) => {
    expect(sent({}, env) !== null).toBe(isSampled);
  });
});
