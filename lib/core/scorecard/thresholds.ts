import type { VulnerabilityCounts } from "./model";
import type { SuiteThresholds } from "./wire";

/** What was measured of one suite. Null: it was not. Rates are 0…1. */
export type SuiteMeasurements = {
  /** Wall time of the attempt that counts. */
  durationSeconds: number | null;
  successRate: number | null;
  flakeRate: number | null;
  latencyP95Ms: number | null;
  errorRate: number | null;
  errorBudgetBurn: number | null;
  vulnerabilities: VulnerabilityCounts | null;
};

/** One limit that the pipeline set for a suite, with what was measured. */
export type JudgedThreshold = {
  /** As written in the configuration; severities behind a dot: `max_vulnerabilities.high`. */
  key: string;
  /** As in a sentence: "success rate", "number of high vulnerabilities". */
  name: string;
  bound: "at most" | "at least";
  asked: number;
  /** Null: it was not measured. */
  observed: number | null;
  /** Rates are 0…1, `times` a multiple of the error budget. */
  unit: "s" | "ms" | "rate" | "times" | "findings";
  /** Null: cannot be told without a measurement. */
  met: boolean | null;
};

type Limit = Pick<JudgedThreshold, "name" | "bound" | "unit"> & { of(measured: SuiteMeasurements): number | null };

const LIMITS: Record<Exclude<keyof SuiteThresholds, "max_vulnerabilities">, Limit> = {
  min_success_rate: { name: "success rate", bound: "at least", unit: "rate", of: (each) => each.successRate },
  max_flake_rate: { name: "flake rate", bound: "at most", unit: "rate", of: (each) => each.flakeRate },
  max_duration_seconds: { name: "duration", bound: "at most", unit: "s", of: (each) => each.durationSeconds },
  max_p95_ms: { name: "P95 latency", bound: "at most", unit: "ms", of: (each) => each.latencyP95Ms },
  max_error_rate: { name: "error rate", bound: "at most", unit: "rate", of: (each) => each.errorRate },
  max_error_budget_burn: {
    name: "error budget burn",
    bound: "at most",
    unit: "times",
    of: (each) => each.errorBudgetBurn,
  },
};
const SEVERITIES = ["critical", "high", "medium", "low"] as const;

/**
 * How fast errors use up the budget that an objective leaves: error rate / (1 − objective), so 1 uses it up exactly
 * (Site Reliability Workbook, "Alerting on SLOs"). `objective` is the rate of good events asked for, 0 ≤ objective < 1.
 * Null when the error rate or the objective is not known, or the objective leaves no budget.
 */
export function errorBudgetBurn(errorRate: number | null, objective: number | null): number | null {
  if (errorRate === null || objective === null || !(objective >= 0 && objective < 1)) return null;
  return significant(errorRate / (1 - objective));
}

/**
 * Each limit that was set for a suite beside what was measured, in a fixed order. A value at its limit meets it; what is
 * no finite number, or negative, was not measured. Severities that `max_vulnerabilities` does not name have no limit.
 */
export function judgeThresholds(thresholds: SuiteThresholds, measured: SuiteMeasurements): JudgedThreshold[] {
  const plain = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).map((key) => {
    const { of, ...limit } = LIMITS[key];
    return judged({ key, ...limit }, thresholds[key], of(measured));
  });
  const bySeverity = SEVERITIES.map((severity) => {
    const key = `max_vulnerabilities.${severity}`;
    const limit = { key, name: `number of ${severity} vulnerabilities`, bound: "at most", unit: "findings" } as const;
    return judged(limit, thresholds.max_vulnerabilities?.[severity], measured.vulnerabilities?.[severity] ?? null);
  });
  return [...plain, ...bySeverity].filter((each) => each !== null);
}

function judged(
  limit: Pick<JudgedThreshold, "key" | "name" | "bound" | "unit">,
  asked: number | undefined,
  value: number | null,
): JudgedThreshold | null {
  if (asked === undefined) return null;
  if (!isMeasured(value)) return { ...limit, asked, observed: null, met: null };
  return { ...limit, asked, observed: value, met: limit.bound === "at most" ? value <= asked : value >= asked };
}

/**
 * Why a suite breaks what was asked of it, one sentence for each broken threshold; empty when it keeps all of them.
 * What was not measured breaks its threshold: nothing is assumed.
 */
export function thresholdViolations(thresholds: SuiteThresholds, measured: SuiteMeasurements): string[] {
  return judgeThresholds(thresholds, measured).flatMap((each) => (each.met === true ? [] : [violationOf(each)]));
}

function violationOf({ name, bound, asked, observed, unit }: JudgedThreshold): string {
  const suffix = unit === "s" || unit === "ms" ? ` ${unit}` : "";
  if (observed === null) return `no ${name} was measured; ${bound} ${asked}${suffix} is asked for`;
  const relation = bound === "at most" ? "more" : "less";
  return `${name} ${significant(observed)}${suffix} is ${relation} than ${asked}${suffix}`;
}

const isMeasured = (value: number | null): value is number => value !== null && Number.isFinite(value) && value >= 0;

/** Without the noise of binary fractions: 1 - 0.99 is 0.010000000000000009. */
const significant = (value: number): number => Number(value.toPrecision(12));
