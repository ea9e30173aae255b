import { bigint, boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** The evidence of a release as it was handed out. Written once, never changed: there is no UPDATE grant. */
export const evidencePack = pgTable(
  "evidence_pack",
  {
    tenantId: tenantId(),
    id: recordId(),
    releaseId: uuid("release_id").notNull(),
    /** SHA-256 of `document`. */
    digest: text("digest").notNull(),
    /** Canonical JSON (RFC 8785), byte by byte what the digest is of. */
    document: text("document").notNull(),
    bytes: integer("bytes").notNull(),
    /** Head of the ledger that the pack's proofs lead to. */
    ledgerSize: bigint("ledger_size", { mode: "number" }).notNull(),
    ledgerRoot: text("ledger_root").notNull(),
    issuedAt: instant("issued_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("evidence_pack_release").on(t.tenantId, t.releaseId, t.issuedAt, t.id),
  ],
);

/** When the weekly report goes out. A tenant without a row sends none. */
export const reportSchedule = pgTable("report_schedule", {
  tenantId: uuid("tenant_id").primaryKey(),
  enabled: boolean("enabled").notNull(),
  /** ISO: 1 is Monday, 7 is Sunday. */
  weekday: integer("weekday").notNull(),
  /** Of the zone's day, 0 to 23. */
  hour: integer("hour").notNull(),
  timeZone: text("time_zone").notNull(),
  changedAt: instant("changed_at").notNull(),
  /** Of the slot that was sent last. */
  sentFor: instant("sent_for"),
  ...doneBy(),
});
