/** Every check of the default policy, in the order in which it is shown. Source: the gate table of `domain.md`. */
export const CHECK_IDS = [
  "policy.present",
  "scorecard.present",
  "scorecard.overall",
  "scorecard.suites",
  "integration.success_rate",
  "suites.flake_rate",
  "performance.p95_ms",
  "security.critical_high",
  "security.medium",
  "telemetry.readiness_passed",
  "telemetry.latency_p95_ms",
  "telemetry.error_rate",
  "telemetry.flake_rate",
  "manifest.complete",
  "rehearsal.fresh",
  "approvals.complete",
  "incidents.open",
  "rollout.window",
  "rollout.freeze",
  "waivers.valid",
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** Checks that a policy can configure: all but the one that asks for a policy. */
export const POLICY_CHECK_IDS = CHECK_IDS.slice(1) as PolicyCheckId[];
export type PolicyCheckId = Exclude<CheckId, "policy.present">;
