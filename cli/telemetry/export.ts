import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import type { Destination, Destinations } from "./destination";
import { metricsToSend, spansToSend } from "./otlp";
import type { Attributes, Recorder } from "./recorder";
import { listenForRejections } from "./rejections";
import { openSender } from "./sender";

/** Why each signal did not arrive; null where it did, or where nobody wants it. */
export type Failures = { traces: string | null; metrics: string | null };

/** Sends what was recorded to where it goes, both signals at once. */
export async function exportRecorded(
  { spans, points }: Pick<Recorder, "spans" | "points">,
  attributes: Attributes,
  destinations: Destinations,
): Promise<Failures> {
  const resource = resourceFromAttributes(attributes);
  const rejected = listenForRejections();
  const [traces, metrics] = await Promise.all([
    exportTo(destinations.traces, spans.length, (options, done) => {
      new OTLPTraceExporter(options).export(spansToSend(spans, resource), done);
    }),
    exportTo(destinations.metrics, points.length, (options, done) => {
      new OTLPMetricExporter(options).export(metricsToSend(points, resource), done);
    }),
  ]);
  return {
    traces: traces ?? (rejected.traces ? "the collector rejected some of the spans" : null),
    metrics: metrics ?? (rejected.metrics ? "the collector rejected some of the points" : null),
  };
}

type Sender = Awaited<ReturnType<typeof openSender>>;
type Result = { code: number; error?: Error };
type Send = (options: Sender["options"], done: (result: Result) => void) => void;

async function exportTo(destination: Destination | null, count: number, send: Send): Promise<string | null> {
  if (destination === null || count === 0) return null;
  if ("problem" in destination) return destination.problem;
  const sender = await openSender(destination);
  const { host } = destination.url;
  try {
    const result = await sender.within<Result>((done) => send(sender.options, done));
    if (result === "too late") return `${host}: no answer within ${destination.timeoutMs / 1000} s`;
    return result.code === SUCCESS ? null : `${host}: ${reasonOf(result.error)}`;
  } finally {
    sender.close();
  }
}

const SUCCESS = 0;

/** Never the error's own message: who knows what it quotes. */
function reasonOf(error: (Error & { code?: unknown }) | undefined): string {
  const code = error?.code;
  if (typeof code === "number") return `answered ${code}`;
  if (typeof code === "string") return `cannot be reached (${code})`;
  return error?.message === "Request timed out" ? "no answer in time" : "is not ready (429, 502, 503 or 504)";
}
