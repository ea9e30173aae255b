import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "@/lib/core/access";
import { CALENDAR_KINDS } from "@/lib/core/calendar/entry";
import type { CalendarRule } from "@/lib/core/calendar/rule";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** A rollout window or a freeze. What it says never changes: it ends, and another one supersedes it. */
export const calendarEntry = pgTable(
  "calendar_entry",
  {
    tenantId: tenantId(),
    id: recordId(),
    kind: text("kind", { enum: CALENDAR_KINDS }).notNull(),
    /** Null: every production environment. */
    environmentId: uuid("environment_id"),
    /** Null: every service. */
    serviceId: uuid("service_id"),
    name: text("name").notNull(),
    reason: text("reason").notNull(),
    timeZone: text("time_zone").notNull(),
    rule: jsonb("rule").$type<CalendarRule>().notNull(),
    validFrom: instant("valid_from").notNull(),
    validUntil: instant("valid_until"),
    overridableBy: text("overridable_by", { enum: ROLES }).array().notNull(),
    supersedesId: uuid("supersedes_id"),
    createdAt: instant("created_at").notNull(),
    ...doneBy(),
    endedAt: instant("ended_at"),
    endedByName: text("ended_by_name"),
    endedReason: text("ended_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("calendar_entry_valid").on(t.tenantId, t.validUntil, t.validFrom),
    // Of two who change one entry at once, one is lost here.
    uniqueIndex("calendar_entry_supersedes").on(t.tenantId, t.supersedesId).where(sql`supersedes_id is not null`),
  ],
);

/** Somebody's permission to roll one release out during one occurrence of a freeze. */
export const freezeOverride = pgTable(
  "freeze_override",
  {
    tenantId: tenantId(),
    id: recordId(),
    calendarEntryId: uuid("calendar_entry_id").notNull(),
    releaseId: uuid("release_id").notNull(),
    occurrenceStart: instant("occurrence_start").notNull(),
    occurrenceEnd: instant("occurrence_end").notNull(),
    reason: text("reason").notNull(),
    grantedAt: instant("granted_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    grantedById: uuid("granted_by_id").notNull(),
    grantedByName: text("granted_by_name").notNull(),
    grantedByEmail: text("granted_by_email").notNull(),
    grantedRole: text("granted_role", { enum: ROLES }).notNull(),
    revokedAt: instant("revoked_at"),
    revokedByName: text("revoked_by_name"),
    revokedReason: text("revoked_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("freeze_override_release").on(t.tenantId, t.releaseId, t.grantedAt),
    index("freeze_override_entry").on(t.tenantId, t.calendarEntryId, t.grantedAt),
  ],
);
