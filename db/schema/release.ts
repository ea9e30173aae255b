import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
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
    /** Of the latest stored decision, so that lists need no join. */
    lastVerdict: text("last_verdict", { enum: ["approve", "waiver_required", "reject"] }),
    lastDecisionId: uuid("last_decision_id"),
    lastDecidedAt: instant("last_decided_at"),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("release_version").on(t.tenantId, t.serviceId, t.environmentId, t.version),
    index("release_newest").on(t.tenantId, t.createdAt, t.id),
    index("release_service_newest").on(t.tenantId, t.serviceId, t.environmentId, t.createdAt, t.id),
  ],
);

export const stageEvent = pgTable(
  "stage_event",
  {
    tenantId: tenantId(),
    id: recordId(),
    releaseId: uuid("release_id").notNull(),
    stage: text("stage").notNull(),
    status: text("status").notNull(),
    note: text("note"),
    at: instant("at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("stage_event_release").on(t.tenantId, t.releaseId, t.at, t.id),
  ],
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
