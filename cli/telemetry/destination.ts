import type { Io } from "../io";

/** Where one signal goes, or why it cannot go there. */
export type Destination =
  | {
      url: URL;
      headers: Record<string, string>;
      timeoutMs: number;
      compression: string | undefined;
      certificates: { ca?: string; cert?: string; key?: string };
    }
  | { problem: string };
export type Destinations = { traces: Destination | null; metrics: Destination | null };
type Signal = keyof Destinations;
type Environment = Io["env"];

const DEFAULT_TIMEOUT_MS = 10_000;
const LONGEST_TIMEOUT_MS = 60_000;

/** Where telemetry goes by the environment variables that OpenTelemetry specifies; null for nowhere. */
export function destinationsOf(env: Environment): Destinations | null {
  if (env.OTEL_SDK_DISABLED?.trim().toLowerCase() === "true") return null;
  const [traces, metrics] = [destinationOf(env, "traces"), destinationOf(env, "metrics")];
  return traces || metrics ? { traces, metrics } : null;
}

function destinationOf(env: Environment, signal: Signal): Destination | null {
  const exporters = env[`OTEL_${signal.toUpperCase()}_EXPORTER`]?.trim();
  if (exporters && !exporters.split(",").some((name) => name.trim() === "otlp")) return null;
  const told = (name: string) => setting(env, `${signal.toUpperCase()}_${name}`) ?? setting(env, name);
  const own = `${signal.toUpperCase()}_ENDPOINT`;
  const variable = setting(env, own) === undefined ? "ENDPOINT" : own;
  const endpoint = setting(env, variable);
  if (endpoint === undefined) return null;
  const url = urlOf(endpoint, variable === own ? "" : `v1/${signal}`);
  if (url === null) return { problem: `OTEL_EXPORTER_OTLP_${variable} is not an http or https address` };
  // A collector takes JSON wherever it takes Protobuf over HTTP; gRPC is another protocol on another port.
  if (told("PROTOCOL") === "grpc")
    return { problem: "only OTLP over HTTP is spoken, not OTEL_EXPORTER_OTLP_PROTOCOL=grpc" };
  return {
    url,
    headers: { ...pairsOf(setting(env, "HEADERS")), ...pairsOf(setting(env, `${signal.toUpperCase()}_HEADERS`)) },
    timeoutMs: timeoutOf(told("TIMEOUT")),
    compression: told("COMPRESSION"),
    certificates: { ca: told("CERTIFICATE"), cert: told("CLIENT_CERTIFICATE"), key: told("CLIENT_KEY") },
  };
}

function setting(env: Environment, name: string): string | undefined {
  return env[`OTEL_EXPORTER_OTLP_${name}`]?.trim() || undefined;
}

/** The common endpoint is a base; one that is of a signal alone is taken as it is. */
function urlOf(text: string, path: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  if (path) url.pathname = `${url.pathname.replace(/\/$/, "")}/${path}`;
  return url;
}

function timeoutOf(text: string | undefined): number {
  const ms = Number(text ?? DEFAULT_TIMEOUT_MS);
  return ms > 0 ? Math.min(ms, LONGEST_TIMEOUT_MS) : DEFAULT_TIMEOUT_MS;
}

/** `key=value,other=value`, percent-encoded, as in OTEL_EXPORTER_OTLP_HEADERS; what is no pair is left out. */
export function pairsOf(text: string | undefined): Record<string, string> {
  const pairs = (text ?? "").split(",").flatMap((pair): [string, string][] => {
    const at = pair.indexOf("=");
    return at < 1 ? [] : [[decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))]];
  });
  return Object.fromEntries(pairs);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return text.trim();
  }
}
