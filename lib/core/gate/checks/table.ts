import type { PolicyCheckId } from "../check-ids";
import type { Context } from "../context";
import type { Judgement } from "../judgement";
import { approvalsComplete } from "./approvals";
import { rolloutFreeze } from "./freeze";
import { incidentsOpen } from "./incidents";
import { manifestComplete } from "./manifest";
import { rehearsalFresh } from "./rehearsal";
import { rolloutWindow } from "./rollout";
import { scorecardOverall, scorecardPresent, scorecardSuites } from "./scorecard";
import { securityCriticalHigh, securityMedium } from "./security";
import { integrationSuccessRate, performanceP95, suitesFlakeRate } from "./suites";
import { telemetryErrorRate, telemetryFlakeRate, telemetryLatency, telemetryReadiness } from "./telemetry";

/** How each check judges the facts. `waivers.valid` is not here: it judges what the others left. */
export const JUDGES: Record<Exclude<PolicyCheckId, "waivers.valid">, (context: Context) => Judgement> = {
  "scorecard.present": scorecardPresent,
  "scorecard.overall": scorecardOverall,
  "scorecard.suites": scorecardSuites,
  "integration.success_rate": integrationSuccessRate,
  "suites.flake_rate": suitesFlakeRate,
  "performance.p95_ms": performanceP95,
  "security.critical_high": securityCriticalHigh,
  "security.medium": securityMedium,
  "telemetry.readiness_passed": telemetryReadiness,
  "telemetry.latency_p95_ms": telemetryLatency,
  "telemetry.error_rate": telemetryErrorRate,
  "telemetry.flake_rate": telemetryFlakeRate,
  "manifest.complete": manifestComplete,
  "rehearsal.fresh": rehearsalFresh,
  "approvals.complete": approvalsComplete,
  "incidents.open": incidentsOpen,
  "rollout.window": rolloutWindow,
  "rollout.freeze": rolloutFreeze,
};
