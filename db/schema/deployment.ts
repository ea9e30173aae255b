import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { DEPLOYMENT_SOURCES, DEPLOYMENT_STATES } from "@/lib/core/deployment/facts";
import { DEPLOYMENT_MATCHES, MATCH_BASES } from "@/lib/core/deployment/match";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** A deployment that was reported to have happened, and the decision that it is matched to. */
export const deployment = pgTable(
  "deployment",
  {
    tenantId: tenantId(),
    id: recordId(),
    source: text("source", { enum: DEPLOYMENT_SOURCES }).notNull(),
    integrationId: uuid("integration_id"),
    /** The reporter's own name of it; the same name is the same deployment. */
    externalId: text("external_id").notNull(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    commit: text("commit"),
    version: text("version"),
    artifacts: jsonb("artifacts").$type<string[]>().notNull(),
    state: text("state", { enum: DEPLOYMENT_STATES }).notNull(),
    /** Times of the reporter's clock: of the state, of the first start and of the first end that were told. */
    stateAt: instant("state_at").notNull(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    url: text("url"),
    deployedBy: text("deployed_by"),
    /** When it was first heard of. */
    reportedAt: instant("reported_at").notNull(),
    /** The earliest time told: what lists are ordered by. */
    deployedAt: instant("deployed_at").notNull(),
    match: text("match", { enum: DEPLOYMENT_MATCHES }).notNull(),
    basis: text("basis", { enum: MATCH_BASES }),
    /** Why it is matched so, in words. */
    explanation: text("explanation").notNull(),
    releaseId: uuid("release_id"),
    decisionId: uuid("decision_id"),
    /** Since when it is a finding; null when it is none. */
    findingAt: instant("finding_at"),
    explainedAt: instant("explained_at"),
    explainedById: uuid("explained_by_id"),
    explainedByName: text("explained_by_name"),
    cause: text("cause"),
    remedy: text("remedy"),
    actionItemId: uuid("action_item_id"),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("deployment_external").on(t.tenantId, t.serviceId, t.environmentId, t.source, t.externalId),
    index("deployment_newest").on(t.tenantId, t.deployedAt, t.id),
    index("deployment_service_newest").on(t.tenantId, t.serviceId, t.environmentId, t.deployedAt, t.id),
    index("deployment_release").on(t.tenantId, t.releaseId, t.deployedAt, t.id).where(sql`release_id is not null`),
    index("deployment_unexplained")
      .on(t.tenantId, t.deployedAt, t.id)
      .where(sql`match = 'bypass' and explained_at is null`),
  ],
);
