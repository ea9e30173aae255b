import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** A system that asks the gate by webhook. Secrets are sealed: encrypted with a key that is not in the database. */
export const integration = pgTable(
  "integration",
  {
    tenantId: tenantId(),
    id: recordId(),
    kind: text("kind", { enum: ["github", "webhook"] }).notNull(),
    name: text("name").notNull(),
    webhookSecretSealed: text("webhook_secret_sealed").notNull(),
    apiUrl: text("api_url"),
    appId: text("app_id"),
    privateKeySealed: text("private_key_sealed"),
    createdAt: instant("created_at").notNull(),
    disabledAt: instant("disabled_at"),
    ...doneBy(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), unique("integration_name").on(t.tenantId, t.name)],
);

/** What a repository, or a sender's own name for a project, is here. */
export const integrationLink = pgTable(
  "integration_link",
  {
    tenantId: tenantId(),
    id: recordId(),
    integrationId: uuid("integration_id").notNull(),
    /** `owner/name`, lower case. */
    repository: text("repository").notNull(),
    serviceId: uuid("service_id").notNull(),
    /** The sender's name of an environment → its id here; names that are the same need no entry. */
    environments: jsonb("environments").$type<Record<string, string>>().notNull(),
    createdAt: instant("created_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("integration_link_repository").on(t.tenantId, t.integrationId, t.repository),
  ],
);

/** Each delivery once: a redelivered one is recognised by its id. */
export const webhookDelivery = pgTable(
  "webhook_delivery",
  {
    tenantId: tenantId(),
    integrationId: uuid("integration_id").notNull(),
    deliveryId: text("delivery_id").notNull(),
    event: text("event").notNull(),
    outcome: text("outcome").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.integrationId, t.deliveryId] }),
    index("webhook_delivery_newest").on(t.tenantId, t.integrationId, t.receivedAt),
  ],
);

/** A deployment that waits for the gate's word, and what it was told. */
export const deploymentRequest = pgTable(
  "deployment_request",
  {
    tenantId: tenantId(),
    id: recordId(),
    integrationId: uuid("integration_id").notNull(),
    /** The sender's own name of this request; a repetition is the same request. */
    externalId: text("external_id").notNull(),
    repository: text("repository").notNull(),
    externalEnvironment: text("external_environment").notNull(),
    serviceId: uuid("service_id"),
    environmentId: uuid("environment_id"),
    commit: text("commit").notNull(),
    callbackUrl: text("callback_url"),
    installationId: text("installation_id"),
    releaseId: uuid("release_id"),
    decisionId: uuid("decision_id"),
    state: text("state", { enum: ["waiting", "approved", "rejected", "unanswerable"] }).notNull(),
    /** What was last told, in words. */
    note: text("note"),
    reports: integer("reports").notNull(),
    requestedAt: instant("requested_at").notNull(),
    judgedAt: instant("judged_at"),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("deployment_request_external").on(t.tenantId, t.integrationId, t.externalId),
    index("deployment_request_waiting").on(t.tenantId, t.state, t.requestedAt),
    index("deployment_request_decision").on(t.tenantId, t.decisionId).where(sql`decision_id is not null`),
  ],
);
