import { z } from "zod";
import { instantText } from "@/lib/core/instant";
import { commitText } from "@/lib/core/release/identity";

/** Names that the default policy reads; a snapshot may carry any others. */
export const GATE_METRICS = ["readiness.passed", "latency_p95_ms", "error_rate", "flake_rate"] as const;
export type GateMetric = (typeof GATE_METRICS)[number];

/** Metric name → last value. */
export type MetricValues = Record<string, number>;

const point = z.strictObject({
  name: z.string().min(1).max(200),
  value: z.number(),
  unit: z.string().max(40).optional(),
  timestamp: instantText.optional(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

/**
 * `readiness_metrics.json`: the buffered form of the pipeline's telemetry. Points are in the order in which they
 * were recorded; of several with one name, the latest counts. `exported` says whether a collector has them already; it
 * is about the file, not about what was measured, so `measuredIn` leaves it out.
 */
export const metricsDocument = z.strictObject({
  run_id: z.string().min(1).max(200),
  commit: commitText,
  environment: z.string().min(1).max(64),
  taken_at: instantText,
  metrics: z.array(point).min(1, "must hold at least one metric").max(10_000),
  exported: z.boolean().optional(),
});
export type MetricsDocument = z.output<typeof metricsDocument>;

/** The document without what it says about its own export: what is stored, digested and compared. */
export function measuredIn(document: unknown): unknown {
  if (typeof document !== "object" || document === null || !("exported" in document)) return document;
  const { exported: _, ...measured } = document;
  return measured;
}
