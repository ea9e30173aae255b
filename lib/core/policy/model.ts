import type { Role } from "@/lib/core/access";
import type { CheckId } from "@/lib/core/gate/check-ids";

/** How one check is judged. `threshold` is in the check's own unit; null where the check has none. */
export type CheckPolicy = { enabled: boolean; blocking: boolean; waivable: boolean; threshold: number | null };

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
  checks: Record<Exclude<CheckId, "policy.present">, CheckPolicy>;
};
