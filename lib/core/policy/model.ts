import type { Role } from "@/lib/core/access";
import type { CheckId } from "@/lib/core/gate/check-ids";
import type { ConfidenceLevel } from "@/lib/core/statistics/wilson";

/** How one check is judged. `threshold` is in the check's own unit; null where the check has none. */
export type CheckPolicy = { enabled: boolean; blocking: boolean; waivable: boolean; threshold: number | null };

/** The rates of these suites are judged by the bound of their interval, and only from enough executed tests. */
export type ConfidencePolicy = { level: ConfidenceLevel; minimumSample: number; suites: string[] };

/** A complete policy: what `parsePolicy` makes of a `gate_config.yml` document by filling in the defaults. */
export type Policy = {
  enforceApprovals: boolean;
  /** Null: the environment's approval matrix says. */
  requiredRoles: Role[] | null;
  requireRehearsal: boolean;
  maxRehearsalAgeDays: number;
  disallowWaivers: boolean;
  /** Longest life of a waiver at its grant. */
  maxWaiverDays: number;
  /** Roles whose holders may grant waivers. */
  waiverRoles: Role[];
  scorecardMaxAgeHours: number;
  requiredSuites: string[];
  /** Left out: rates count as they were measured. A policy without it keeps the digest that it had before this existed. */
  confidence?: ConfidencePolicy;
  checks: Record<Exclude<CheckId, "policy.present">, CheckPolicy>;
};
