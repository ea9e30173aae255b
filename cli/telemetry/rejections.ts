import { DiagLogLevel, diag } from "@opentelemetry/api";

/** What a collector accepted a request without taking, by signal: an exporter tells only its log about that. */
export function listenForRejections(): { metrics: boolean; traces: boolean } {
  const rejected = { metrics: false, traces: false };
  const ignore = () => undefined;
  const warn = (message: string, answer?: unknown) => {
    if (!message.startsWith("Received Partial Success")) return;
    if (/"rejectedDataPoints":"?[1-9]/.test(String(answer))) rejected.metrics = true;
    if (/"rejectedSpans":"?[1-9]/.test(String(answer))) rejected.traces = true;
  };
  const logger = { error: ignore, warn, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  return rejected;
}
