import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Cadence } from "@/lib/core/rehearsal/programme";
import { SESSION_STATES } from "@/lib/core/rehearsal/session";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** How often a service is rehearsed in an environment. A change ends the row and begins another. */
export const rehearsalProgramme = pgTable(
  "rehearsal_programme",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    cadence: jsonb("cadence").$type<Cadence>().notNull(),
    /** Who is reminded; null: everybody who may plan. */
    leadId: uuid("lead_id"),
    leadName: text("lead_name"),
    since: instant("since").notNull(),
    endedAt: instant("ended_at"),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("rehearsal_programme_standing")
      .on(t.tenantId, t.serviceId, t.environmentId)
      .where(sql`ended_at is null`),
  ],
);

/** A rehearsal that is planned for a time, in the zone of those who agreed on it. */
export const rehearsalSession = pgTable(
  "rehearsal_session",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    plannedAt: instant("planned_at").notNull(),
    zone: text("zone").notNull(),
    leadId: uuid("lead_id"),
    leadName: text("lead_name"),
    note: text("note"),
    state: text("state", { enum: SESSION_STATES }).notNull(),
    rehearsalId: uuid("rehearsal_id"),
    cancelledReason: text("cancelled_reason"),
    /** Counts the changes, for calendars that hold an older one. */
    revision: integer("revision").notNull(),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("rehearsal_session_done", sql`(state = 'done') = (rehearsal_id is not null)`),
    index("rehearsal_session_place").on(t.tenantId, t.serviceId, t.environmentId, t.plannedAt),
    index("rehearsal_session_planned").on(t.tenantId, t.plannedAt, t.id),
    uniqueIndex("rehearsal_session_rehearsal").on(t.tenantId, t.rehearsalId).where(sql`rehearsal_id is not null`),
  ],
);

/** A person's own address of the rehearsal calendar, for clients that send no token: only a hash of its secret is kept. */
export const calendarFeed = pgTable(
  "calendar_feed",
  {
    tenantId: tenantId(),
    id: recordId(),
    personId: uuid("person_id").notNull(),
    secretHash: text("secret_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("calendar_feed_standing").on(t.tenantId, t.personId).where(sql`revoked_at is null`),
  ],
);
