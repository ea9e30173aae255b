import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { POST_RELEASE_STEPS, STEP_STATES } from "@/lib/core/post-release/steps";
import { WINDOW_STATES } from "@/lib/core/post-release/window";
import { doneBy, instant, recordId, tenantId } from "./columns";

export const postReleaseStep = pgTable(
  "post_release_step",
  {
    tenantId: tenantId(),
    releaseId: uuid("release_id").notNull(),
    step: text("step", { enum: POST_RELEASE_STEPS }).notNull(),
    state: text("state", { enum: STEP_STATES }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** What came of it, by step: `lib/core/post-release/result`. */
    result: jsonb("result"),
    /** Why the last attempt failed, in words for people. */
    error: text("error"),
    createdAt: instant("created_at").notNull(),
    attemptedAt: instant("attempted_at"),
    finishedAt: instant("finished_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.releaseId, t.step] })],
);

/** Written once, never changed: there is no UPDATE grant. */
export const releaseArchive = pgTable(
  "release_archive",
  {
    tenantId: tenantId(),
    releaseId: uuid("release_id").notNull(),
    /** SHA-256 of `document`. */
    digest: text("digest").notNull(),
    /** Canonical JSON (RFC 8785), byte by byte what the digest is of. */
    document: text("document").notNull(),
    archivedAt: instant("archived_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.releaseId] })],
);

export const verificationWindow = pgTable(
  "verification_window",
  {
    tenantId: tenantId(),
    releaseId: uuid("release_id").notNull(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    state: text("state", { enum: WINDOW_STATES }).notNull(),
    openedAt: instant("opened_at").notNull(),
    closesAt: instant("closes_at").notNull(),
    judgedAt: instant("judged_at"),
    /** The `VerificationJudgement` that ended it. */
    judgement: jsonb("judgement"),
    endedAt: instant("ended_at"),
    acceptedAt: instant("accepted_at"),
    acceptedById: uuid("accepted_by_id"),
    acceptedByName: text("accepted_by_name"),
    acceptedReason: text("accepted_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.releaseId] }),
    index("verification_watching").on(t.tenantId, t.closesAt, t.releaseId).where(sql`state = 'watching'`),
  ],
);

/** How long releases to an environment are watched; an environment without a row has the default. */
export const verificationSetting = pgTable(
  "verification_setting",
  { tenantId: tenantId(), environmentId: uuid("environment_id").notNull(), minutes: integer("minutes").notNull() },
  (t) => [primaryKey({ columns: [t.tenantId, t.environmentId] })],
);

/** Whether what runs in a place could be rolled back, as it was found after its last release. */
export const rollbackReadiness = pgTable(
  "rollback_readiness",
  {
    tenantId: tenantId(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    releaseId: uuid("release_id").notNull(),
    state: text("state", { enum: ["ready", "at_risk", "not_ready"] }).notNull(),
    reasons: jsonb("reasons").$type<string[]>().notNull(),
    previousVersion: text("previous_version"),
    planTarget: text("plan_target"),
    computedAt: instant("computed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.serviceId, t.environmentId] })],
);

/** A person's word for an item of the checklist that data cannot tell. Never changed. */
export const checklistConfirmation = pgTable(
  "checklist_confirmation",
  {
    tenantId: tenantId(),
    id: recordId(),
    releaseId: uuid("release_id").notNull(),
    item: text("item", { enum: ["runbooks"] }).notNull(),
    /** The metric names that were confirmed; a name that appears later is not. */
    metrics: jsonb("metrics").$type<string[]>().notNull(),
    reason: text("reason").notNull(),
    confirmedAt: instant("confirmed_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("checklist_confirmation_release").on(t.tenantId, t.releaseId, t.confirmedAt),
  ],
);
