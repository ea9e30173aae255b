import { boolean, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { RehearsalStep } from "@/lib/core/rehearsal/schema";
import { doneBy, instant, recordId, tenantId } from "./columns";

export const scorecard = pgTable(
  "scorecard",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    commit: text("commit").notNull(),
    runId: text("run_id").notNull(),
    digest: text("digest").notNull(),
    overallPassed: boolean("overall_passed").notNull(),
    /** As it was sent. */
    document: jsonb("document").notNull(),
    /** Normalised: `lib/core/scorecard/model`. */
    model: jsonb("model").notNull(),
    generatedAt: instant("generated_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("scorecard_run").on(t.tenantId, t.serviceId, t.runId),
    index("scorecard_evidence").on(t.tenantId, t.serviceId, t.commit, t.environmentId, t.generatedAt),
    index("scorecard_newest").on(t.tenantId, t.receivedAt, t.id),
    index("scorecard_trend").on(t.tenantId, t.serviceId, t.environmentId, t.generatedAt, t.id),
  ],
);

export const metricsSnapshot = pgTable(
  "metrics_snapshot",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    commit: text("commit").notNull(),
    runId: text("run_id").notNull(),
    digest: text("digest").notNull(),
    document: jsonb("document").notNull(),
    values: jsonb("values").notNull(),
    takenAt: instant("taken_at").notNull(),
    receivedAt: instant("received_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("metrics_run").on(t.tenantId, t.serviceId, t.runId),
    index("metrics_evidence").on(t.tenantId, t.serviceId, t.commit, t.environmentId, t.takenAt),
    index("metrics_newest").on(t.tenantId, t.serviceId, t.takenAt, t.id),
  ],
);

export const rehearsal = pgTable(
  "rehearsal",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    kind: text("kind", { enum: ["rollback"] }).notNull(),
    outcome: text("outcome", { enum: ["passed", "failed", "aborted"] }).notNull(),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at").notNull(),
    fromVersion: text("from_version").notNull(),
    toVersion: text("to_version").notNull(),
    participants: jsonb("participants").$type<string[]>().notNull(),
    gaps: jsonb("gaps").$type<string[]>().notNull(),
    evidenceUrl: text("evidence_url"),
    /** Deploy, roll back, verify: each with its times and outcome; null where only the whole was recorded. */
    steps: jsonb("steps").$type<RehearsalStep[]>(),
    remediation: text("remediation"),
    remediatedAt: instant("remediated_at"),
    remediatedByName: text("remediated_by_name"),
    recordedAt: instant("recorded_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("rehearsal_freshness").on(t.tenantId, t.serviceId, t.environmentId, t.finishedAt),
    index("rehearsal_newest").on(t.tenantId, t.finishedAt, t.id),
  ],
);
