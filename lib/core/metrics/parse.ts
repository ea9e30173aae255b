import { parseWith } from "@/lib/core/parse";
import { type MetricsDocument, type MetricValues, metricsDocument } from "./schema";

/** Reads `readiness_metrics.json`, or throws `invalid` naming each field. */
export function parseMetrics(document: unknown): MetricsDocument {
  return parseWith(metricsDocument, document, "metrics");
}

/** The last value of each metric: by timestamp where points carry one, else by their order. */
export function latestValues({ metrics, taken_at }: MetricsDocument): MetricValues {
  const latest = new Map<string, { at: number; value: number }>();
  for (const { name, value, timestamp } of metrics) {
    const at = Date.parse(timestamp ?? taken_at);
    const known = latest.get(name);
    if (!known || at >= known.at) latest.set(name, { at, value });
  }
  return Object.fromEntries([...latest].map(([name, { value }]) => [name, value]));
}
