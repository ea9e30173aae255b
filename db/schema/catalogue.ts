import { pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** A link of a service's dashboards, with placeholders that a release fills in. Without a service: of all. */
export const dashboardTemplate = pgTable(
  "dashboard_template",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id"),
    label: text("label").notNull(),
    urlTemplate: text("url_template").notNull(),
    createdAt: instant("created_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("dashboard_template_label").on(t.tenantId, t.serviceId, t.label).nullsNotDistinct(),
  ],
);

/** What a service measures, who answers for it and what to do when it is off. */
export const metricCatalogue = pgTable(
  "metric_catalogue",
  {
    tenantId: tenantId(),
    id: recordId(),
    serviceId: uuid("service_id").notNull(),
    name: text("name").notNull(),
    unit: text("unit"),
    owner: text("owner").notNull(),
    runbookUrl: text("runbook_url"),
    description: text("description"),
    createdAt: instant("created_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("metric_catalogue_name").on(t.tenantId, t.serviceId, t.name),
  ],
);
