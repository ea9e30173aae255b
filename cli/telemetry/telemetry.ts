import type { Io } from "../io";
import { plain } from "../report/text";
import { type Destinations, destinationsOf } from "./destination";
import { type Attributes, type MetricPoint, Recorder, type Span, type SpanAttributes } from "./recorder";
import { resourceOf } from "./resource";

export type { Attributes, MetricPoint, Span, SpanAttributes } from "./recorder";

export type MetricOptions = {
  unit?: string;
  attributes?: Attributes;
  /** When it was measured, RFC 3339; now where it is left out. */
  timestamp?: string;
};
/** Whether the points reached a collector; the reason why something did not, null where there is no collector. */
export type Closing = { exported: boolean; reason: string | null };

export type Telemetry = {
  /** Runs a part of the work in a span, a child of the span that it is called in. Gives and throws what `run` does. */
  span<T>(name: string, attributes: SpanAttributes, run: (span: Span) => Promise<T>): Promise<T>;
  metric(name: string, value: number, options?: MetricOptions): void;
  /** The points so far, in order: what goes to readiness_metrics.json whatever happens to the export. */
  points(): readonly MetricPoint[];
  /** Exports what was recorded, once and within a bounded time. Never throws; a failure is one line of warning. */
  close(): Promise<Closing>;
};

/**
 * Telemetry of one command. Ids exist always; what was recorded leaves the process only where the environment names an
 * OTLP/HTTP endpoint (OTEL_EXPORTER_OTLP_ENDPOINT …), and only then is the exporter loaded.
 */
export async function openTelemetry(io: Io, resource: Attributes): Promise<Telemetry> {
  const recorder = new Recorder(io);
  let closing: Promise<Closing> | null = null;
  return {
    span: (name, attributes, run) => recorder.span(name, attributes, run),
    metric: (name, value, { timestamp = io.now().toISOString(), unit, attributes } = {}) => {
      const rest = { ...(unit === undefined ? {} : { unit }), ...(attributes === undefined ? {} : { attributes }) };
      recorder.points.push({ name, value, ...rest, timestamp });
    },
    points: () => recorder.points,
    close: () => {
      closing ??= exportOf(io, recorder, resource);
      return closing;
    },
  };
}

async function exportOf(io: Io, recorder: Recorder, resource: Attributes): Promise<Closing> {
  const destinations = destinationsOf(io.env);
  if (!destinations) return { exported: false, reason: null };
  const { traces, metrics } = await deliver(recorder, { ...resourceOf(io.env), ...resource }, destinations);
  const reasons = [...new Set([metrics, traces].flatMap((reason) => reason ?? []))];
  const reason = reasons.length === 0 ? null : reasons.join("; ");
  if (reason !== null) io.err(`readiness: warning: telemetry was not exported: ${plain(reason)}\n`);
  return { exported: metrics === null && destinations.metrics !== null, reason };
}

/** Why each signal did not arrive. Losing telemetry never changes a result, not even where the exporter is broken. */
async function deliver(recorder: Recorder, resource: Attributes, destinations: Destinations) {
  try {
    const { exportRecorded } = await import("./export");
    return await exportRecorded(recorder, resource, destinations);
  } catch (error) {
    const reason = `the exporter failed (${error instanceof Error ? error.name : typeof error})`;
    return { traces: reason, metrics: reason };
  }
}
