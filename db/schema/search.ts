import { sql } from "drizzle-orm";
import { customType, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { SEARCH_KINDS } from "@/lib/core/search/kinds";
import { instant, tenantId } from "./columns";

const words = customType<{ data: string }>({ dataType: () => "tsvector" });

/** What can be found, one row a record. Triggers on the records' own tables write it; nobody else does. */
export const searchDocument = pgTable(
  "search_document",
  {
    tenantId: tenantId(),
    kind: text("kind", { enum: SEARCH_KINDS }).notNull(),
    recordId: uuid("record_id").notNull(),
    /** What the record's page is addressed by. */
    target: text("target").notNull(),
    serviceId: uuid("service_id"),
    environmentId: uuid("environment_id"),
    title: text("title").notNull(),
    detail: text("detail").notNull(),
    body: text("body").notNull(),
    at: instant("at").notNull(),
    document: words("document").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.kind, t.recordId] }),
    index("search_document_newest").on(t.tenantId, t.kind, t.at, t.recordId),
    index("search_document_words").using("gin", t.document).with({ gin_pending_list_limit: 512 }),
    index("search_document_person").on(t.recordId).where(sql`kind = 'person'`),
  ],
);
