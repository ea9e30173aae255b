import { bigint, customType, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenantId } from "./columns";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const hashes = customType<{ data: Buffer[] }>({ dataType: () => "bytea[]" });

/** The append-only record. Written by `ledger_append()` alone. */
export const ledgerEntry = pgTable(
  "ledger_entry",
  {
    tenantId: tenantId(),
    index: bigint("idx", { mode: "number" }).notNull(),
    /** Canonical JSON (RFC 8785). */
    body: bytea("body").notNull(),
    /** RFC 6962 leaf hash of the body. */
    leaf: bytea("leaf").notNull(),
    /** RFC 6962 tree head after this entry. */
    root: bytea("root").notNull(),
    command: text("command").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.index] })],
);

/** Which records an entry is about, for "entries of this record". */
export const ledgerSubject = pgTable(
  "ledger_subject",
  { tenantId: tenantId(), subjectId: uuid("subject_id").notNull(), index: bigint("idx", { mode: "number" }).notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.subjectId, t.index] }),
    index("ledger_subject_entry").on(t.tenantId, t.index),
  ],
);

/** Size and right edge of each tenant's tree: what an append needs, locked last in its transaction. */
export const ledgerHead = pgTable("ledger_head", {
  tenantId: uuid("tenant_id").primaryKey(),
  size: bigint("size", { mode: "number" }).notNull(),
  frontier: hashes("frontier").notNull(),
  root: bytea("root").notNull(),
});
