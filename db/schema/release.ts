import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { DraftContent, MissingPart } from "@/lib/core/manifest/draft";
import type { StageEvidence } from "@/lib/core/release/evidence";
import { STAGE_STATUSES, STAGES } from "@/lib/core/release/stages";
import { doneBy, instant, recordId, tenantId } from "./columns";

export const release = pgTable(
  "release",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    version: text("version").notNull(),
    commit: text("commit").notNull(),
    stage: text("stage", { enum: STAGES }).notNull(),
    stageStatus: text("stage_status", { enum: STAGE_STATUSES }).notNull(),
    approvalsRequestedAt: instant("approvals_requested_at"),
    createdAt: instant("created_at").notNull(),
    endedAt: instant("ended_at"),
    /** Since when it is past the gate, or ended; null while it is on its way (`isSettled`). */
    settledAt: instant("settled_at"),
    /** Of the latest stored decision, so that lists need no join. */
    lastVerdict: text("last_verdict", { enum: ["approve", "waiver_required", "reject"] }),
    lastDecisionId: uuid("last_decision_id"),
    lastDecidedAt: instant("last_decided_at"),
    /** Of the break-glass that it went into production by; such a release is shown as that for ever. */
    breakGlassId: uuid("break_glass_id"),
    /** Of the rollout that was started last: when, and the decision that let it. */
    productionStartedAt: instant("production_started_at"),
    productionDecisionId: uuid("production_decision_id"),
    /** When the rollout succeeded; it stays when the release is rolled back. */
    releasedAt: instant("released_at"),
    leadTimeSeconds: integer("lead_time_seconds"),
    /** Version that is back in place; null where nobody knew it. */
    rolledBackTo: text("rolled_back_to"),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("release_version").on(t.tenantId, t.serviceId, t.environmentId, t.version),
    index("release_place").on(t.tenantId, t.id, t.serviceId, t.environmentId),
    index("release_newest").on(t.tenantId, t.createdAt, t.id),
    index("release_by").on(t.tenantId, t.byId, t.createdAt),
    index("release_service_newest").on(t.tenantId, t.serviceId, t.environmentId, t.createdAt, t.id),
    index("release_released")
      .on(t.tenantId, t.serviceId, t.environmentId, t.releasedAt, t.id)
      .where(sql`released_at is not null and stage <> 'rolled_back'`),
    index("release_open").on(t.tenantId, t.createdAt, t.id).where(sql`settled_at is null`),
    index("release_settled_span").on(t.tenantId, t.settledAt, t.createdAt).where(sql`settled_at is not null`),
    index("release_deployed")
      .on(t.tenantId, t.serviceId, t.environmentId, t.releasedAt, t.id)
      .where(sql`released_at is not null`),
    check(
      "release_settled",
      sql`(settled_at is null) = (stage in ('candidate', 'build', 'readiness', 'staging', 'approval'))`,
    ),
  ],
);

export const stageEvent = pgTable(
  "stage_event",
  {
    tenantId: tenantId(),
    id: recordId(),
    releaseId: uuid("release_id").notNull(),
    stage: text("stage", { enum: STAGES }).notNull(),
    status: text("status", { enum: STAGE_STATUSES }).notNull(),
    note: text("note"),
    evidence: jsonb("evidence").$type<StageEvidence[]>().notNull().default([]),
    at: instant("at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("stage_event_release").on(t.tenantId, t.releaseId, t.at, t.id),
    index("stage_event_rollout").on(t.tenantId, t.at, t.releaseId, t.status).where(sql`stage = 'production'`),
  ],
);

/** Attempts to start or finish a stage that were refused; the ledger has them too. */
export const stageRefusal = pgTable(
  "stage_refusal",
  {
    tenantId: tenantId(),
    id: recordId(),
    releaseId: uuid("release_id").notNull(),
    stage: text("stage", { enum: STAGES }).notNull(),
    status: text("status", { enum: STAGE_STATUSES }).notNull(),
    reason: text("reason").notNull(),
    missingStage: text("missing_stage", { enum: STAGES }),
    /** What the gate had to say, where it was asked. */
    decisionId: uuid("decision_id"),
    at: instant("at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("stage_refusal_release").on(t.tenantId, t.releaseId, t.at, t.id),
  ],
);

/** What the registry could put together of a manifest that nobody has put yet. Nobody can sign it. */
export const manifestDraft = pgTable(
  "manifest_draft",
  {
    tenantId: tenantId(),
    releaseId: uuid("release_id").notNull(),
    content: jsonb("content").$type<DraftContent>().notNull(),
    missing: jsonb("missing").$type<MissingPart[]>().notNull(),
    draftedAt: instant("drafted_at").notNull(),
    ...doneBy(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.releaseId] })],
);

export const manifest = pgTable(
  "manifest",
  {
    tenantId: tenantId(),
    id: recordId(),
    releaseId: uuid("release_id").notNull(),
    revision: integer("revision").notNull(),
    digest: text("digest").notNull(),
    content: jsonb("content").notNull(),
    createdAt: instant("created_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("manifest_revision").on(t.tenantId, t.releaseId, t.revision),
  ],
);
