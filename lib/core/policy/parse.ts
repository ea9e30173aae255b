import type { Role } from "@/lib/core/access";
import { POLICY_CHECK_IDS } from "@/lib/core/gate/check-ids";
import { parseWith } from "@/lib/core/parse";
import { DEFAULT_POLICY } from "./default";
import type { CheckPolicy, ConfidencePolicy, Policy } from "./model";
import { type PolicyDocument, policyDocument } from "./wire";

type CheckOverride = Partial<CheckPolicy> | undefined;

/**
 * Reads a `gate_config.yml` document (already parsed from YAML or JSON) and fills in the defaults of `domain.md`.
 * Null for an absent document or one that states nothing: the gate denies then. Throws `invalid` naming the place
 * for an unknown key, a threshold that is negative, not finite or of a check that has none, and any wrong type.
 */
export function parsePolicy(document: unknown): Policy | null {
  if (statesNothing(document)) return null;
  const stated = parseWith(policyDocument, document, "policy");
  return {
    enforceApprovals: stated.enforce_approvals ?? DEFAULT_POLICY.enforceApprovals,
    requiredRoles: stated.required_roles ?? null,
    requireRehearsal: stated.require_rehearsal ?? DEFAULT_POLICY.requireRehearsal,
    maxRehearsalAgeDays: stated.max_rehearsal_age_days ?? DEFAULT_POLICY.maxRehearsalAgeDays,
    disallowWaivers: stated.disallow_waivers ?? DEFAULT_POLICY.disallowWaivers,
    maxWaiverDays: stated.max_waiver_days ?? DEFAULT_POLICY.maxWaiverDays,
    waiverRoles: [...(stated.waiver_roles ?? DEFAULT_POLICY.waiverRoles)] satisfies Role[],
    scorecardMaxAgeHours: stated.scorecard_max_age_hours ?? DEFAULT_POLICY.scorecardMaxAgeHours,
    requiredSuites: [...(stated.required_suites ?? DEFAULT_POLICY.requiredSuites)],
    ...(stated.confidence && { confidence: confidenceOf(stated.confidence) }),
    checks: mergeChecks(stated.checks),
  };
}

/** A measurement or a scan counts as one test: an interval would only say that one is few. */
const SUITES_OF_TESTS = ["unit", "integration", "end-to-end"];

function confidenceOf(stated: NonNullable<PolicyDocument["confidence"]>): ConfidencePolicy {
  const { level, minimum_sample, suites = SUITES_OF_TESTS } = stated;
  return { level, minimumSample: minimum_sample, suites: [...suites] };
}

function mergeChecks(stated: PolicyDocument["checks"]): Policy["checks"] {
  const overrides: Record<string, CheckOverride> = stated ?? {};
  const merged = { ...DEFAULT_POLICY.checks };
  for (const id of POLICY_CHECK_IDS) {
    const override = overrides[id];
    const standard = DEFAULT_POLICY.checks[id];
    merged[id] = {
      enabled: override?.enabled ?? standard.enabled,
      blocking: override?.blocking ?? standard.blocking,
      waivable: override?.waivable ?? standard.waivable,
      threshold: override?.threshold ?? standard.threshold,
    };
  }
  return merged;
}

function statesNothing(document: unknown): boolean {
  if (document === undefined || document === null) return true;
  if (typeof document !== "object" || Array.isArray(document)) return false;
  return Object.entries(document).every(([key, value]) => key === "checks" && isEmptyObject(value));
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
