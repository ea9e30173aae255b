import { PgInstrumentation } from "@opentelemetry/instrumentation-pg";
import { NodeSDK } from "@opentelemetry/sdk-node";

/**
 * Starts OpenTelemetry for this process. Spans always get ids, so that decisions and errors can name theirs; they leave
 * the process only when OTEL_EXPORTER_OTLP_ENDPOINT is set. Losing telemetry never blocks anything.
 */
export function startTelemetry(): NodeSDK {
  const exporting = Boolean(process.env.OTEL_EXPORTER_OTLP_ENDPOINT || process.env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT);
  if (!exporting) process.env.OTEL_TRACES_EXPORTER ??= "none";
  process.env.OTEL_METRICS_EXPORTER ??= "none";
  process.env.OTEL_LOGS_EXPORTER ??= "none";
  const sdk = new NodeSDK({ serviceName: "readiness", instrumentations: [new PgInstrumentation()] });
  sdk.start();
  process.once("SIGTERM", () => {
    sdk.shutdown().catch(() => {});
  });
  return sdk;
}
