import { sql } from "drizzle-orm";
import { index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "@/lib/core/access";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** A role that its holder lends to somebody while away. The names are those that both had then. */
export const delegation = pgTable(
  "delegation",
  {
    tenantId: tenantId(),
    id: recordId(),
    fromId: uuid("from_id").notNull(),
    fromName: text("from_name").notNull(),
    toId: uuid("to_id").notNull(),
    toName: text("to_name").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    reason: text("reason").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
    revokedByName: text("revoked_by_name"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("delegation_newest").on(t.tenantId, t.createdAt, t.id),
    index("delegation_standing").on(t.tenantId, t.endsAt).where(sql`revoked_at is null`),
    index("delegation_from").on(t.tenantId, t.fromId, t.endsAt),
    // Read for a session too, which knows its person before its tenant.
    index("delegation_to").on(t.toId, t.tenantId, t.endsAt),
  ],
);

/** That a person completed a training, and until when that counts. */
export const trainingRecord = pgTable(
  "training_record",
  {
    tenantId: tenantId(),
    id: recordId(),
    personId: uuid("person_id").notNull(),
    training: text("training").notNull(),
    completedAt: instant("completed_at").notNull(),
    /** Null: it does not expire. */
    expiresAt: instant("expires_at"),
    evidenceUrl: text("evidence_url"),
    recordedAt: instant("recorded_at").notNull(),
    ...doneBy(),
    revokedAt: instant("revoked_at"),
    revokedByName: text("revoked_by_name"),
    revokedReason: text("revoked_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("training_record_person").on(t.tenantId, t.personId, t.training),
    index("training_record_name").on(t.tenantId, sql`lower(${t.training})`),
  ],
);
