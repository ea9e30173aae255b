import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Blocker } from "@/lib/core/break-glass/request";
import { instant, recordId, tenantId } from "./columns";

/** A release let into production past the gate, by two people, for these artifacts, once, until it expires. */
export const breakGlass = pgTable(
  "break_glass",
  {
    tenantId: tenantId(),
    id: recordId(),
    releaseId: uuid("release_id").notNull(),
    manifestId: uuid("manifest_id").notNull(),
    manifestDigest: text("manifest_digest").notNull(),
    artifacts: jsonb("artifacts").$type<{ name: string; hash: string }[]>().notNull(),
    reason: text("reason").notNull(),
    /** What the gate held against the release when it was asked for. */
    blockers: jsonb("blockers").$type<Blocker[]>().notNull(),
    requestedAt: instant("requested_at").notNull(),
    requestedById: uuid("requested_by_id").notNull(),
    requestedByName: text("requested_by_name").notNull(),
    requestedByEmail: text("requested_by_email").notNull(),
    expiresAt: instant("expires_at").notNull(),
    confirmedAt: instant("confirmed_at"),
    confirmedById: uuid("confirmed_by_id"),
    confirmedByName: text("confirmed_by_name"),
    confirmedByEmail: text("confirmed_by_email"),
    cancelledAt: instant("cancelled_at"),
    cancelledByName: text("cancelled_by_name"),
    cancelledReason: text("cancelled_reason"),
    usedAt: instant("used_at"),
    decisionId: uuid("decision_id"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("break_glass_release").on(t.tenantId, t.releaseId, t.requestedAt, t.id),
  ],
);
