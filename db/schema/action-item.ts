import { index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { ACTION_ITEM_STATES, ORIGIN_KINDS } from "@/lib/core/action-item/model";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** Something that somebody has to do by a day, and where it came from. */
export const actionItem = pgTable(
  "action_item",
  {
    tenantId: tenantId(),
    id: recordId(),
    title: text("title").notNull(),
    detail: text("detail").notNull(),
    originKind: text("origin_kind", { enum: ORIGIN_KINDS }).notNull(),
    /** The record that it follows from; its own id where a person opened it. */
    originId: uuid("origin_id").notNull(),
    serviceId: uuid("service_id"),
    /** Null where the owner is no person of the tenant. */
    ownerId: uuid("owner_id"),
    ownerName: text("owner_name").notNull(),
    dueAt: instant("due_at").notNull(),
    state: text("state", { enum: ACTION_ITEM_STATES }).notNull().default("open"),
    trackerUrl: text("tracker_url"),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
    closedByName: text("closed_by_name"),
    closingNote: text("closing_note"),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("action_item_origin").on(t.tenantId, t.originKind, t.originId),
    index("action_item_due").on(t.tenantId, t.state, t.dueAt, t.id),
    index("action_item_owner").on(t.tenantId, t.ownerId, t.state, t.dueAt, t.id),
  ],
);
