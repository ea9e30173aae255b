import { z } from "zod";
import { ROLES } from "@/lib/core/access";
import { CALENDAR_KINDS } from "@/lib/core/calendar/entry";
import type { CalendarRule } from "@/lib/core/calendar/rule";
import { instantText } from "@/lib/core/instant";
import type { ManifestContent } from "@/lib/core/manifest/schema";
import type { MetricValues } from "@/lib/core/metrics/schema";
import { scorecardModel } from "@/lib/core/scorecard/model-schema";

/*
 * Facts come from storage, from files and from simulations. Each kind is checked before it is judged; what does not
 * have its shape (a naive time, a number that is not one) becomes an error of the checks that need it.
 */
const named = z.string().trim().min(1, "must not be empty");
const id = z.string().nullable();
const role = z.enum(ROLES);

const author = z.looseObject({ name: z.string(), email: z.string().optional() });

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** As much of a manifest as it takes to know whose work it is. */
function hasAuthors(value: unknown): boolean {
  return z.looseObject({ authors: z.array(author) }).safeParse(value).success;
}

export const partyShape = z.object({
  kind: z.enum(["person", "token", "claimed"]),
  id,
  name: z.string(),
  email: z.string().nullable(),
});

export const releaseShape = z.object({
  id,
  service: named,
  serviceId: id,
  environment: named,
  isProduction: z.boolean(),
  version: named,
  commit: named,
  createdBy: partyShape.nullable(),
});

export const scorecardShape = z.object({
  id,
  scorecard: scorecardModel,
  digest: named,
  commit: z.string().nullable(),
  environment: z.string().nullable(),
  submittedBy: partyShape.nullable(),
});

/** Values are checked one by one, so that one bad metric does not hide what the others say. */
export const metricsShape = z.object({
  id,
  values: z.custom<MetricValues>(isObject, "must hold values by name"),
  takenAt: instantText,
  submittedBy: partyShape.nullable(),
});

/** The content is judged by `manifest.complete`, field by field. */
export const manifestShape = z.object({
  id,
  revision: z.number().nullable(),
  digest: named,
  content: z.custom<ManifestContent>(hasAuthors, "must be a manifest with its authors"),
  submittedBy: partyShape.nullable(),
});

/** Times are judged by `rehearsalFreshness`. */
export const rehearsalsShape = z.array(
  z.object({
    id,
    startedAt: z.string(),
    finishedAt: z.string(),
    outcome: z.enum(["passed", "failed", "aborted"]),
    remediatedAt: z.string().nullable(),
  }),
);

export const rolesShape = z
  .array(role)
  .refine((roles) => new Set(roles).size === roles.length, "a role is required twice");

const delegator = z.object({ personId: z.string(), name: z.string(), email: z.string().nullable() });
const delegatedRoles = z.array(z.object({ role, from: delegator, until: instantText, delegationId: id }));
const trainings = z.array(z.object({ training: named, lapse: z.string().nullable() }));
export const requiredTrainingsShape = z.array(z.object({ role, training: named }));

/** An empty person is a signature that does not count, not an error: it names nobody. */
export const signaturesShape = z.array(
  z.object({
    id,
    personId: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    decision: z.enum(["approve", "reject"]),
    manifestDigest: z.string(),
    role,
    rolesNow: z.array(role),
    signedAt: instantText,
    withdrawnAt: instantText.nullable(),
    reason: z.string().nullable(),
    onBehalfOf: delegator.nullish(),
    delegatedNow: delegatedRoles.optional(),
    trainings: trainings.optional(),
  }),
);

/** Times are judged waiver by waiver: one that cannot be read must not hide the others. */
export const waiversShape = z.array(
  z.object({
    id: named,
    checkId: z.string(),
    finding: z.string().nullable(),
    releaseId: id,
    expiresAt: z.string(),
    grantedAt: z.string(),
    grantedBy: partyShape,
    grantedRole: role.nullable(),
    revokedAt: z.string().nullable(),
    supersededById: id,
  }),
);

export const incidentsShape = z.array(
  z.object({ id, severity: z.enum(["sev1", "sev2", "sev3"]), title: z.string(), declaredAt: instantText }),
);

/** Zone and rule are judged entry by entry, so that one that cannot be read is named. */
export const calendarsShape = z.array(
  z.object({
    id: named,
    kind: z.enum(CALENDAR_KINDS),
    name: z.string(),
    reason: z.string(),
    environment: z.string().nullable(),
    service: z.string().nullable(),
    timeZone: z.string(),
    rule: z.custom<CalendarRule>(isObject, "must be a rule"),
    validFrom: instantText,
    validUntil: instantText.nullable(),
    overridableBy: z.array(role),
  }),
);

/** Times are judged override by override: one that cannot be read overrides nothing. */
export const freezeOverridesShape = z.array(
  z.object({
    id: named,
    calendarId: named,
    releaseId: id,
    occurrenceStart: z.string(),
    reason: z.string(),
    grantedAt: z.string(),
    expiresAt: z.string(),
    grantedBy: partyShape,
    grantedRole: role.nullable(),
    revokedAt: z.string().nullable(),
  }),
);

export const approversShape = z.array(
  z.object({
    personId: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    roles: z.array(role),
    delegated: delegatedRoles.optional(),
    trainings: trainings.optional(),
  }),
);
