import type { Io } from "../io";

/** Secrets of this program; they are not for the code under test. */
const SECRETS = [
  "READINESS_TOKEN",
  "OTEL_EXPORTER_OTLP_HEADERS",
  "OTEL_EXPORTER_OTLP_TRACES_HEADERS",
  "OTEL_EXPORTER_OTLP_METRICS_HEADERS",
  "OTEL_EXPORTER_OTLP_LOGS_HEADERS",
];

type About = { runId: string; environment: string; suite: string; attempt: number; traceparent: string };

/** What a suite's process finds: this process' environment without its secrets, what the suite asks for, and the run. */
export function suiteEnvironment(
  io: Io,
  asked: Readonly<Record<string, string>>,
  { runId, environment, suite, attempt, traceparent }: About,
): Record<string, string | undefined> {
  const secrets = new Set(SECRETS.flatMap((name) => io.env[name] || []));
  const inherited = Object.entries(io.env).filter(
    ([name, value]) => !SECRETS.includes(name) && !(value !== undefined && secrets.has(value)),
  );
  return {
    ...Object.fromEntries(inherited),
    ...asked,
    READINESS_RUN_ID: runId,
    READINESS_ENVIRONMENT: environment,
    READINESS_SUITE: suite,
    READINESS_ATTEMPT: String(attempt),
    TRACEPARENT: traceparent,
  };
}
