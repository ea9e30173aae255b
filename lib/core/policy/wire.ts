import { z } from "zod";
import { ROLES } from "@/lib/core/access";
import { POLICY_CHECK_IDS } from "@/lib/core/gate/check-ids";
import { canonicalSuiteName } from "@/lib/core/scorecard/suite-name";
import { CONFIDENCE_LEVELS } from "@/lib/core/statistics/wilson";

/** Unit of each threshold that a policy may set; checks that are absent here have none. */
const THRESHOLDS: Partial<Record<(typeof POLICY_CHECK_IDS)[number], z.ZodType<number>>> = {
  "integration.success_rate": rate(),
  "suites.flake_rate": rate(),
  "performance.p95_ms": quantity(),
  "security.critical_high": count(),
  "security.medium": count(),
  "telemetry.latency_p95_ms": quantity(),
  "telemetry.error_rate": rate(),
  "telemetry.flake_rate": rate(),
};

function rate() {
  return z.number().min(0, "must be a rate from 0 to 1").max(1, "must be a rate from 0 to 1");
}
function quantity() {
  return z.number().min(0, "must not be negative");
}
function count() {
  return z.int().min(0, "must not be negative");
}

const flags = { enabled: z.boolean().optional(), blocking: z.boolean().optional(), waivable: z.boolean().optional() };
const noThreshold = z.never("this check has no threshold that can be set here").optional();
const days = z.number().positive("must be more than 0").max(3650);

/** A list without repetitions, compared after `normal`. */
function distinct<T extends z.ZodType<string>>(item: T, what: string) {
  return z
    .array(item)
    .min(1, `must name at least one ${what}`)
    .refine((items) => new Set(items).size === items.length, `must not name a ${what} twice`);
}

const checks = z.strictObject(
  Object.fromEntries(
    POLICY_CHECK_IDS.map((id) => [
      id,
      z.strictObject({ ...flags, threshold: THRESHOLDS[id]?.optional() ?? noThreshold }).optional(),
    ]),
  ),
);

const suite = z.string().min(1).max(64).transform(canonicalSuiteName);

/** Judges success and flake rates by the bound of their Wilson interval. */
const confidence = z.strictObject({
  level: z
    .literal(CONFIDENCE_LEVELS, { error: `must be one of ${CONFIDENCE_LEVELS.join(", ")}` })
    .describe("Two-sided confidence level of the interval"),
  minimum_sample: z
    .int()
    .min(1, "must be at least 1")
    .max(1_000_000)
    .describe("Fewer executed tests are too few to judge: evidence is missing then"),
  suites: distinct(suite, "suite")
    .optional()
    .describe(
      "Suites whose rates are judged so; without it those that consist of tests: unit, integration, end-to-end",
    ),
});

/** Wire form of `gate_config.yml`. Every key is optional, none is ignored. */
export const policyDocument = z.strictObject({
  enforce_approvals: z.boolean().optional(),
  required_roles: distinct(z.enum(ROLES), "role").optional(),
  require_rehearsal: z.boolean().optional(),
  max_rehearsal_age_days: days.optional(),
  disallow_waivers: z.boolean().optional(),
  max_waiver_days: days.optional(),
  waiver_roles: distinct(z.enum(ROLES), "role").optional(),
  scorecard_max_age_hours: z.number().positive("must be more than 0").max(87_600).optional(),
  required_suites: distinct(suite, "suite").optional(),
  confidence: confidence.optional(),
  checks: checks.optional(),
});
export type PolicyDocument = z.output<typeof policyDocument>;
