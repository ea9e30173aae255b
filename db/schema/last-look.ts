import { bigint, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { instant, tenantId } from "./columns";

const place = (name: string) => bigint(name, { mode: "number" }).notNull();

/** Up to where each person has seen what happens: instants, and sizes of the tenant's ledger at them. */
export const lastLook = pgTable(
  "last_look",
  {
    tenantId: tenantId(),
    personId: uuid("person_id").notNull(),
    /** Since when changes are shown: the end of the visit before this one. */
    sinceAt: instant("since_at").notNull(),
    sinceSize: place("since_size"),
    lookedAt: instant("looked_at").notNull(),
    lookedSize: place("looked_size"),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.personId] })],
);
