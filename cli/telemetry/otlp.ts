import { type HrTime, SpanKind, SpanStatusCode, TraceFlags, ValueType } from "@opentelemetry/api";
import type { Resource } from "@opentelemetry/resources";
import {
  AggregationTemporality,
  DataPointType,
  type GaugeMetricData,
  type ResourceMetrics,
} from "@opentelemetry/sdk-metrics";
import type { ReadableSpan } from "@opentelemetry/sdk-trace";
import { version } from "@/package.json";
import type { MetricPoint, RecordedSpan, SpanAttributes } from "./recorder";

const SCOPE = { name: "readiness-cli", version };

export function spansToSend(spans: readonly RecordedSpan[], resource: Resource): ReadableSpan[] {
  return spans.map((span) => {
    const { name, traceId, spanId, parent, startedAt, endedAt, failure } = span;
    const context = (id: string) => ({ traceId, spanId: id, traceFlags: TraceFlags.SAMPLED });
    return {
      name,
      kind: SpanKind.INTERNAL,
      spanContext: () => context(spanId),
      ...(parent ? { parentSpanContext: { ...context(parent.spanId), isRemote: parent.isRemote } } : {}),
      startTime: hrTime(startedAt.getTime()),
      endTime: hrTime(endedAt.getTime()),
      duration: hrTime(endedAt.getTime() - startedAt.getTime()),
      ended: true,
      status: failure === null ? { code: SpanStatusCode.UNSET } : { code: SpanStatusCode.ERROR, message: failure },
      attributes: writable(span.attributes),
      events: span.events.map(({ name, at, attributes }) => ({
        name,
        time: hrTime(at.getTime()),
        attributes: writable(attributes),
      })),
      links: [],
      resource,
      instrumentationScope: SCOPE,
      droppedAttributesCount: 0,
      droppedEventsCount: 0,
      droppedLinksCount: 0,
    };
  });
}

/** One gauge for each name and unit; each point keeps the time at which it was measured. */
export function metricsToSend(points: readonly MetricPoint[], resource: Resource): ResourceMetrics {
  const gauges = new Map<string, GaugeMetricData>();
  for (const { name, unit = "", value, timestamp, attributes = {} } of points) {
    const key = JSON.stringify([name, unit]);
    const gauge = gauges.get(key) ?? gaugeOf(name, unit);
    const time = hrTime(Date.parse(timestamp));
    gauge.dataPoints.push({ startTime: time, endTime: time, attributes, value });
    gauges.set(key, gauge);
  }
  return { resource, scopeMetrics: [{ scope: SCOPE, metrics: [...gauges.values()] }] };
}

const gaugeOf = (name: string, unit: string): GaugeMetricData => ({
  descriptor: { name, unit, description: "", valueType: ValueType.DOUBLE },
  aggregationTemporality: AggregationTemporality.CUMULATIVE,
  dataPointType: DataPointType.GAUGE,
  dataPoints: [],
});

const writable = (attributes: SpanAttributes) =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === "object" ? [...value] : value]),
  );

const hrTime = (ms: number): HrTime => [Math.floor(ms / 1000), Math.round((ms % 1000) * 1e6)];
