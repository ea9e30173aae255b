import { jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { TokenVerb } from "@/lib/core/access";
import { instant, recordId, tenantId } from "./columns";

export const apiToken = pgTable(
  "api_token",
  {
    tenantId: tenantId(),
    id: recordId(),
    name: text("name").notNull(),
    /** SHA-256 of the whole token; the token itself is shown once and kept nowhere. */
    secretHash: text("secret_hash").notNull(),
    /** First characters, so that people recognise it. */
    hint: text("hint").notNull(),
    verbs: jsonb("verbs").$type<TokenVerb[]>().notNull(),
    serviceId: uuid("service_id"),
    environmentId: uuid("environment_id"),
    createdById: uuid("created_by_id").notNull(),
    createdByName: text("created_by_name").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] })],
);

/** Answers of commands that a machine may retry: the same key gets the same answer, with another body an error. */
export const idempotencyKey = pgTable(
  "idempotency_key",
  {
    tenantId: tenantId(),
    actorId: uuid("actor_id").notNull(),
    key: text("key").notNull(),
    command: text("command").notNull(),
    inputDigest: text("input_digest").notNull(),
    value: jsonb("value"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.actorId, t.key] })],
);
