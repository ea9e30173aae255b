import { REQUIRED_SUITES } from "@/lib/core/scorecard/model";
import type { CheckPolicy, Policy } from "./model";

const waivable = (threshold: number | null): CheckPolicy => ({
  enabled: true,
  blocking: true,
  waivable: true,
  threshold,
});
const unwaivable = (threshold: number | null): CheckPolicy => ({
  enabled: true,
  blocking: true,
  waivable: false,
  threshold,
});

/** The policy that an otherwise silent document stands for. Source: the gate table of `domain.md`. */
export const DEFAULT_POLICY: Policy = {
  enforceApprovals: true,
  requiredRoles: null,
  requireRehearsal: true,
  maxRehearsalAgeDays: 30,
  disallowWaivers: false,
  maxWaiverDays: 30,
  waiverRoles: ["change-board"],
  scorecardMaxAgeHours: 24,
  requiredSuites: [...REQUIRED_SUITES],
  checks: {
    "scorecard.present": unwaivable(null),
    "scorecard.overall": waivable(null),
    "scorecard.suites": waivable(null),
    "integration.success_rate": waivable(0.98),
    "suites.flake_rate": waivable(0.1),
    "performance.p95_ms": waivable(200),
    "security.critical_high": unwaivable(0),
    "security.medium": waivable(0),
    "telemetry.readiness_passed": waivable(null),
    "telemetry.latency_p95_ms": waivable(200),
    "telemetry.error_rate": waivable(0.01),
    "telemetry.flake_rate": waivable(0.1),
    "manifest.complete": unwaivable(null),
    "rehearsal.fresh": waivable(null),
    "approvals.complete": unwaivable(null),
    "incidents.open": waivable(null),
    "rollout.window": waivable(null),
    "rollout.freeze": unwaivable(null),
    "waivers.valid": unwaivable(null),
  },
};

/** The same policy as a `gate_config.yml` document, in the playbook's keys: what a new tenant starts with. */
export const DEFAULT_POLICY_DOCUMENT = {
  enforce_approvals: true,
  require_rehearsal: true,
  max_rehearsal_age_days: 30,
  disallow_waivers: false,
  max_waiver_days: 30,
  waiver_roles: ["change-board"],
  scorecard_max_age_hours: 24,
  required_suites: [...REQUIRED_SUITES],
};
