import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "@/lib/core/access";
import { DECISION_KINDS } from "@/lib/core/gate/decision-kind";
import { doneBy, instant, recordId, tenantId } from "./columns";

export const signature = pgTable(
  "signature",
  {
    tenantId: tenantId(),
    id: recordId(),
    releaseId: uuid("release_id").notNull(),
    manifestId: uuid("manifest_id").notNull(),
    manifestDigest: text("manifest_digest").notNull(),
    personId: uuid("person_id").notNull(),
    printedName: text("printed_name").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    decision: text("decision", { enum: ["approve", "reject"] }).notNull(),
    meaning: text("meaning").notNull(),
    /** Comment of an approval, reason of a rejection. */
    reason: text("reason"),
    signedAt: instant("signed_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
    /** Whose authority a delegate used; null: their own. */
    onBehalfOfId: uuid("on_behalf_of_id"),
    onBehalfOfName: text("on_behalf_of_name"),
    delegationId: uuid("delegation_id"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    // One standing signature a person and manifest revision: the race of one person with himself is lost here.
    uniqueIndex("signature_standing").on(t.tenantId, t.manifestId, t.personId).where(sql`withdrawn_at is null`),
    index("signature_release").on(t.tenantId, t.releaseId, t.signedAt),
    index("signature_person").on(t.tenantId, t.personId, t.signedAt),
  ],
);

export const waiver = pgTable(
  "waiver",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id").notNull(),
    releaseId: uuid("release_id"),
    checkId: text("check_id").notNull(),
    finding: text("finding"),
    justification: text("justification").notNull(),
    mitigation: text("mitigation").notNull(),
    expiresAt: instant("expires_at").notNull(),
    grantedAt: instant("granted_at").notNull(),
    grantedById: uuid("granted_by_id").notNull(),
    grantedByName: text("granted_by_name").notNull(),
    grantedByEmail: text("granted_by_email").notNull(),
    grantedRole: text("granted_role", { enum: ROLES }).notNull(),
    revokedAt: instant("revoked_at"),
    revokedByName: text("revoked_by_name"),
    revokedReason: text("revoked_reason"),
    supersedesId: uuid("supersedes_id"),
    supersededById: uuid("superseded_by_id"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("waiver_supersedes").on(t.tenantId, t.supersedesId).where(sql`supersedes_id is not null`),
    index("waiver_service").on(t.tenantId, t.serviceId, t.grantedAt),
    index("waiver_expiry").on(t.tenantId, t.expiresAt, t.id),
    index("waiver_granted").on(t.tenantId, t.grantedAt),
    index("waiver_by").on(t.tenantId, t.grantedById, t.grantedAt),
  ],
);

export const decision = pgTable(
  "decision",
  {
    tenantId: tenantId(),
    id: recordId(),
    releaseId: uuid("release_id").notNull(),
    /** By break-glass, two people let it through that the gate had not approved: never an approve. */
    kind: text("kind", { enum: DECISION_KINDS }).notNull().default("gate"),
    breakGlassId: uuid("break_glass_id"),
    verdict: text("verdict", { enum: ["approve", "waiver_required", "reject"] }).notNull(),
    /** The whole `Verdict`, as it was computed. */
    body: jsonb("body").notNull(),
    policyVersion: integer("policy_version"),
    policyDigest: text("policy_digest"),
    manifestId: uuid("manifest_id"),
    manifestDigest: text("manifest_digest"),
    scorecardId: uuid("scorecard_id"),
    scorecardDigest: text("scorecard_digest"),
    factsDigest: text("facts_digest").notNull(),
    traceId: text("trace_id").notNull(),
    decidedAt: instant("decided_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("decision_release").on(t.tenantId, t.releaseId, t.decidedAt, t.id),
    index("decision_newest").on(t.tenantId, t.decidedAt, t.id),
    uniqueIndex("decision_break_glass").on(t.tenantId, t.breakGlassId).where(sql`break_glass_id is not null`),
  ],
);
