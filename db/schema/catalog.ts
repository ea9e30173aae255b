import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "@/lib/core/access";
import { instant, recordId, tenantId } from "./columns";

export const service = pgTable(
  "service",
  {
    tenantId: tenantId(),
    id: recordId(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    owner: text("owner").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), unique("service_slug").on(t.tenantId, t.slug)],
);

export const environment = pgTable(
  "environment",
  {
    tenantId: tenantId(),
    id: recordId(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    position: integer("position").notNull(),
    isProduction: boolean("is_production").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), unique("environment_slug").on(t.tenantId, t.slug)],
);

/** The approval matrix with its history: a role that must sign for an environment, or for one service in it. */
export const approvalRule = pgTable(
  "approval_rule",
  {
    tenantId: tenantId(),
    id: recordId(),
    environmentId: uuid("environment_id").notNull(),
    /** Null: of every service that has no rules of its own at that time. */
    serviceId: uuid("service_id"),
    role: text("role", { enum: ROLES }).notNull(),
    requiresTraining: text("requires_training"),
    validFrom: instant("valid_from").notNull(),
    /** Null: until further notice. The same as `validFrom`: called off before it began. */
    validUntil: instant("valid_until"),
    setAt: instant("set_at").notNull(),
    /** Null: from the time before the history was kept. */
    setByName: text("set_by_name"),
    endedAt: instant("ended_at"),
    endedByName: text("ended_by_name"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("approval_rule_place").on(t.tenantId, t.environmentId, t.validFrom),
  ],
);

/** Versions of the gate's policy; the highest is in force. `document` is what was written, in the playbook's keys. */
export const policy = pgTable(
  "policy",
  {
    tenantId: tenantId(),
    version: integer("version").notNull(),
    document: jsonb("document").notNull(),
    digest: text("digest").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.version] })],
);
