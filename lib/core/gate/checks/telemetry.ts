import type { GateMetric } from "@/lib/core/metrics/schema";
import type { PolicyCheckId } from "../check-ids";
import type { Context } from "../context";
import { cureOf, metricsCure } from "../cures";
import { type Frame, fallsShort, type Judgement, notKnown, passes, plainNumber, whole } from "../judgement";
import { fact, type Known, noFact } from "../known";
import { limitOf } from "../limit";
import type { Evidence } from "../verdict";

/** The pipeline's own signal: its last value is exactly 1. */
export function telemetryReadiness(context: Context): Judgement {
  return judge(context, "readiness.passed", fact(1), null, (value, limit) => value === limit, "is not");
}

export function telemetryLatency(context: Context): Judgement {
  return judgeBelow(context, "telemetry.latency_p95_ms", "latency_p95_ms", "ms");
}

export function telemetryErrorRate(context: Context): Judgement {
  return judgeBelow(context, "telemetry.error_rate", "error_rate", "rate");
}

export function telemetryFlakeRate(context: Context): Judgement {
  return judgeBelow(context, "telemetry.flake_rate", "flake_rate", "rate");
}

function judgeBelow(context: Context, id: PolicyCheckId, metric: GateMetric, unit: "ms" | "rate"): Judgement {
  const below = (value: number, limit: number) => value < limit;
  return judge(context, metric, limitOf(context.policy, id), unit, below, "is not below");
}

function judge(
  context: Context,
  metric: GateMetric,
  limit: Known<number>,
  unit: "ms" | "rate" | null,
  meets: (value: number, limit: number) => boolean,
  relation: string,
): Judgement {
  const { metrics, metricsSeen } = context;
  const cure = metricsCure(context);
  const evidence: Evidence | null = metricsSeen.known
    ? { kind: "metrics", id: metricsSeen.value.id, label: "metrics snapshot", at: metricsSeen.value.takenAt }
    : null;
  const frame: Frame = { threshold: limit.known ? limit.value : null, unit, owner: "pipeline", evidence };
  if (!limit.known) return notKnown(frame, limit, cureOf(limit, cure));
  if (!metrics.known) return notKnown(frame, metrics, cureOf(metrics, cure));
  const value = readMetric(metrics.value.values, metric, unit);
  if (!value.known) return notKnown(frame, value, cure);
  if (meets(value.value, limit.value)) return passes(frame, value.value);
  const details = [`${metric} ${plainNumber(value.value)} ${relation} ${plainNumber(limit.value)}`];
  return fallsShort(frame, { outcome: "fail", observed: value.value, details, parts: whole(cure) });
}

function readMetric(values: Record<string, unknown>, metric: GateMetric, unit: string | null): Known<number> {
  if (!Object.hasOwn(values, metric)) return noFact("missing", `the snapshot holds no ${metric}`);
  const value = values[metric];
  if (typeof value !== "number" || !Number.isFinite(value)) return noFact("error", `${metric} is not a number`);
  if (value < 0) return noFact("error", `${metric} is negative`);
  if (unit === "rate" && value > 1) return noFact("error", `${metric} is not a rate from 0 to 1`);
  return fact(value);
}
