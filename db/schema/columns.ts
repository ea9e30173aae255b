import { text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Leads every key and index of a governed table: isolation, and the distribution column beyond one machine. */
export const tenantId = () => uuid("tenant_id").notNull();
/** UUIDv7 made by the application. */
export const recordId = () => uuid("id").notNull();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
/** Who did it: a person, a token, an integration or Readiness itself, with the name they had then. */
export const doneBy = () => ({
  byKind: text("by_kind", { enum: ["person", "token", "integration", "system"] }).notNull(),
  byId: uuid("by_id").notNull(),
  byName: text("by_name").notNull(),
  byEmail: text("by_email"),
});
