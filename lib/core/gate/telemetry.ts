import type { Policy } from "@/lib/core/policy/model";
import type { PolicyCheckId } from "./check-ids";
import { JUDGES } from "./checks/table";
import { CHECK_TITLES } from "./checks/titles";
import { readContext } from "./context";
import type { Facts, Lookup, MetricsFact, ReleaseFact } from "./facts";
import { enabledChecks } from "./judge";
import type { Outcome } from "./verdict";

export const TELEMETRY_CHECKS = [
  "telemetry.readiness_passed",
  "telemetry.latency_p95_ms",
  "telemetry.error_rate",
  "telemetry.flake_rate",
] as const satisfies readonly PolicyCheckId[];
export type TelemetryCheckId = (typeof TELEMETRY_CHECKS)[number];

export type TelemetryResult = {
  id: TelemetryCheckId;
  title: string;
  outcome: Outcome;
  observed: number | string | null;
  threshold: number | string | null;
  unit: string | null;
  details: string[];
};

const NOTHING: Lookup<never> = { state: "missing", reason: "it is not asked about" };

/** The telemetry checks that a policy asks for, in its order. */
export const telemetryChecks = (policy: Policy): TelemetryCheckId[] =>
  TELEMETRY_CHECKS.filter((id) => enabledChecks(policy).includes(id));

/** One snapshot by the gate's own telemetry checks, judged as of when it was taken: it cannot be stale then. */
export function judgeTelemetry(policy: Policy, release: ReleaseFact, metrics: MetricsFact): TelemetryResult[] {
  const context = readContext(policy, factsOf(release, metrics), new Date(metrics.takenAt));
  return telemetryChecks(policy).map((id) => {
    const title = CHECK_TITLES[id];
    if (!context.known) {
      const nothing = { observed: null, threshold: null, unit: null };
      return { id, title, outcome: context.outcome, ...nothing, details: [context.reason] };
    }
    const { outcome, observed, threshold, unit, details } = JUDGES[id](context.value);
    return { id, title, outcome, observed, threshold, unit, details };
  });
}

const factsOf = (release: ReleaseFact, metrics: MetricsFact): Facts => ({
  release,
  metrics: { state: "found", value: metrics },
  scorecard: NOTHING,
  manifest: NOTHING,
  rehearsals: NOTHING,
  requiredRoles: NOTHING,
  signatures: NOTHING,
  approvers: [],
  waivers: NOTHING,
  incidents: NOTHING,
  calendars: NOTHING,
  freezeOverrides: NOTHING,
  verified: true,
});
