import { boolean, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
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

/** The approval matrix: a role that must sign for an environment. */
export const approvalRule = pgTable(
  "approval_rule",
  {
    tenantId: tenantId(),
    environmentId: uuid("environment_id").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.environmentId, t.role] })],
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
