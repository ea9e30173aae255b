import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, recordId, tenantId } from "./columns";

/** Something that somebody may have to act on, such as `readiness.suite_failed`; alerts and pages are made of these. */
export const readinessEvent = pgTable(
  "readiness_event",
  {
    tenantId: tenantId(),
    id: recordId(),
    name: text("name").notNull(),
    serviceId: uuid("service_id").notNull(),
    environmentId: uuid("environment_id").notNull(),
    /** The record that it is about, such as the scorecard. */
    subjectId: uuid("subject_id").notNull(),
    owner: text("owner").notNull(),
    data: jsonb("data").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("readiness_event_newest").on(t.tenantId, t.name, t.at, t.id),
    index("readiness_event_subject").on(t.tenantId, t.subjectId),
  ],
);
