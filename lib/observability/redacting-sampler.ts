import type { Attributes } from "@opentelemetry/api";
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from "@opentelemetry/sdk-trace";

/** Addresses that hold a secret: a personal calendar's. What is after the last slash is never told. */
const SECRET_PATH = /(\/api\/v1\/calendar\/)[^\s"'?#]+/g;

/**
 * Samples as OTEL_TRACES_SAMPLER says, and takes secrets out of what a span begins with: the framework's own spans hold
 * the whole address of a request.
 */
export function redactingSampler(env: NodeJS.ProcessEnv = process.env): Sampler {
  const sampler = chosenSampler(env);
  return {
    shouldSample(context, traceId, name, kind, attributes, links) {
      const decided = sampler.shouldSample(context, traceId, name, kind, attributes, links);
      return { ...decided, attributes: { ...redacted(attributes), ...decided.attributes } };
    },
    toString: () => `Redacting(${sampler.toString()})`,
  };
}

function redacted(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      typeof value === "string" && value.search(SECRET_PATH) >= 0
        ? [[name, value.replaceAll(SECRET_PATH, "$1[redacted]")]]
        : [],
    ),
  );
}

/** The names that OpenTelemetry gives them; another one, or none, is its default. */
function chosenSampler({ OTEL_TRACES_SAMPLER: name, OTEL_TRACES_SAMPLER_ARG: argument }: NodeJS.ProcessEnv): Sampler {
  const isBare = name !== undefined && !name.startsWith("parentbased_");
  const given = Number(argument ?? "1");
  const ratio = given >= 0 && given <= 1 ? given : 1;
  const roots: Record<string, Sampler> = {
    always_on: new AlwaysOnSampler(),
    always_off: new AlwaysOffSampler(),
    traceidratio: new TraceIdRatioBasedSampler(ratio),
  };
  const root = roots[name?.replace("parentbased_", "") ?? ""];
  if (!root) return new ParentBasedSampler({ root: new AlwaysOnSampler() });
  return isBare ? root : new ParentBasedSampler({ root });
}
