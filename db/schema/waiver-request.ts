import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { REQUEST_STATES } from "@/lib/core/waiver/request";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** Somebody asks for a waiver that others may grant. `by…` is who asks, `expires_at` what was wanted. */
export const waiverRequest = pgTable(
  "waiver_request",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id").notNull(),
    releaseId: uuid("release_id"),
    checkId: text("check_id").notNull(),
    finding: text("finding"),
    justification: text("justification").notNull(),
    mitigation: text("mitigation").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** The waiver that is to be extended. */
    supersedesId: uuid("supersedes_id"),
    requestedAt: instant("requested_at").notNull(),
    state: text("state", { enum: REQUEST_STATES }).notNull(),
    decidedAt: instant("decided_at"),
    decidedById: uuid("decided_by_id"),
    decidedByName: text("decided_by_name"),
    decidedReason: text("decided_reason"),
    waiverId: uuid("waiver_id"),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    check("waiver_request_decided", sql`(state = 'open') = (decided_at is null)`),
    check("waiver_request_granted", sql`(state = 'granted') = (waiver_id is not null)`),
    // One open request for the same thing: of two who ask at once the second is told of the first.
    uniqueIndex("waiver_request_open")
      .on(t.tenantId, t.serviceId, sql`coalesce(release_id, service_id)`, t.checkId, sql`lower(coalesce(finding, ''))`)
      .where(sql`state = 'open'`),
    index("waiver_request_newest").on(t.tenantId, t.requestedAt, t.id),
    index("waiver_request_by").on(t.tenantId, t.byId, t.requestedAt),
    uniqueIndex("waiver_request_waiver").on(t.tenantId, t.waiverId).where(sql`waiver_id is not null`),
  ],
);
