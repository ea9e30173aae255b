import { PgInstrumentation } from "@opentelemetry/instrumentation-pg";
import { NodeSDK } from "@opentelemetry/sdk-node";
import { redactingSampler } from "./redacting-sampler";

/** Takes every span and keeps none: without a processor the SDK would not even give them ids. */
const discard = { onStart() {}, onEnd() {}, forceFlush: async () => {}, shutdown: async () => {} };

/** Whether spans leave the process: by OTEL_TRACES_EXPORTER where it is set, else where there is somewhere to send them. */
function isExporting({ OTEL_TRACES_EXPORTER: exporter, ...env }: NodeJS.ProcessEnv): boolean {
  if (exporter) return exporter !== "none";
  return Boolean(env.OTEL_EXPORTER_OTLP_ENDPOINT || env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);
}

/**
 * Starts OpenTelemetry for this process. Spans always get ids, so that decisions and errors can name theirs; they leave
 * the process only when OTEL_EXPORTER_OTLP_ENDPOINT is set. Losing telemetry never blocks anything.
 */
export function startTelemetry(): NodeSDK {
  process.env.OTEL_METRICS_EXPORTER ??= "none";
  process.env.OTEL_LOGS_EXPORTER ??= "none";
  const spanProcessors = isExporting(process.env) ? undefined : [discard];
  const sdk = new NodeSDK({
    serviceName: "readiness",
    instrumentations: [new PgInstrumentation()],
    sampler: redactingSampler(),
    spanProcessors,
  });
  sdk.start();
  process.once("SIGTERM", () => {
    sdk.shutdown().catch(() => {});
  });
  return sdk;
}
