import type { SuiteDetails } from "./details";
import type { Suite } from "./model";
import type { SuiteThresholds } from "./wire";

/** One limit that the pipeline set for a suite, with what the suite reports. */
export type AskedThreshold = {
  /** As written in the document; severities behind a dot: `max_vulnerabilities.high`. */
  key: string;
  title: string;
  bound: "at most" | "at least";
  asked: number;
  /** Null: the suite did not report it. */
  observed: number | null;
  /** Rates are 0…1, `times` a multiple of the error budget. */
  unit: "s" | "ms" | "rate" | "times" | "findings";
  /** Null: cannot be told without an observation. */
  met: boolean | null;
};

type Limit = Pick<AskedThreshold, "title" | "bound" | "unit"> & {
  observed(suite: Suite, details: SuiteDetails): number | null;
};

const LIMITS: Record<Exclude<keyof SuiteThresholds, "max_vulnerabilities">, Limit> = {
  min_success_rate: { title: "Success rate", bound: "at least", unit: "rate", observed: (suite) => suite.successRate },
  max_flake_rate: { title: "Flake rate", bound: "at most", unit: "rate", observed: (suite) => suite.flakeRate },
  max_duration_seconds: { title: "Duration", bound: "at most", unit: "s", observed: (suite) => suite.durationSeconds },
  max_p95_ms: { title: "P95 latency", bound: "at most", unit: "ms", observed: (suite) => suite.latencyP95Ms },
  max_error_rate: { title: "Error rate", bound: "at most", unit: "rate", observed: (suite) => suite.errorRate },
  max_error_budget_burn: {
    title: "Error budget burn",
    bound: "at most",
    unit: "times",
    observed: (_, details) => details.errorBudgetBurn,
  },
};
const SEVERITIES = ["critical", "high", "medium", "low"] as const;

/**
 * What the pipeline asked of one suite, in a fixed order, beside what the suite reports. Bounds are inclusive, as in
 * `thresholdViolations`, which the runner judges by; here a rate counts that was stated without counts, too.
 */
export function askedThresholds(suite: Suite, details: SuiteDetails): AskedThreshold[] {
  const thresholds = details.thresholds ?? {};
  const plain = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).map((key) => {
    const { title, bound, unit, observed } = LIMITS[key];
    return judged({ key, title, bound, unit }, thresholds[key], observed(suite, details));
  });
  const bySeverity = SEVERITIES.map((severity) =>
    judged(
      {
        key: `max_vulnerabilities.${severity}`,
        title: `${severity[0]?.toUpperCase()}${severity.slice(1)} vulnerabilities`,
        bound: "at most",
        unit: "findings",
      },
      thresholds.max_vulnerabilities?.[severity],
      suite.vulnerabilities?.[severity] ?? null,
    ),
  );
  return [...plain, ...bySeverity].filter((each) => each !== null);
}

function judged(
  limit: Pick<AskedThreshold, "key" | "title" | "bound" | "unit">,
  asked: number | undefined,
  observed: number | null,
): AskedThreshold | null {
  if (asked === undefined) return null;
  return { ...limit, asked, observed, met: observed === null ? null : isMet(limit.bound, asked, observed) };
}

const isMet = (bound: AskedThreshold["bound"], asked: number, observed: number): boolean =>
  bound === "at most" ? observed <= asked : observed >= asked;
