import type { CheckId } from "../check-ids";

/** What a check is called on screens and in reports. */
export const CHECK_TITLES: Record<CheckId, string> = {
  "policy.present": "Gate policy",
  "scorecard.present": "Scorecard of this commit",
  "scorecard.overall": "Overall result",
  "scorecard.suites": "Required suites",
  "integration.success_rate": "Integration success rate",
  "suites.flake_rate": "Flake rate of each suite",
  "performance.p95_ms": "P95 latency in the performance suite",
  "security.critical_high": "Critical and high vulnerabilities",
  "security.medium": "Medium vulnerabilities",
  "telemetry.readiness_passed": "Readiness signal",
  "telemetry.latency_p95_ms": "P95 latency in telemetry",
  "telemetry.error_rate": "Error rate in telemetry",
  "telemetry.flake_rate": "Flake rate in telemetry",
  "manifest.complete": "Release manifest",
  "rehearsal.fresh": "Rollback rehearsal",
  "approvals.complete": "Approvals",
  "incidents.open": "Open Sev1 incidents",
  "rollout.window": "Rollout window",
  "rollout.freeze": "Rollout freeze",
  "waivers.valid": "Waivers in use",
};
