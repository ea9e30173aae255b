import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  ACTION_ITEM_STATES,
  ISSUE_STATES,
  type ItemLink,
  ORIGIN_KINDS,
  PRIORITIES,
} from "@/lib/core/action-item/model";
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
    /** Which of several that follow from one record, such as a postmortem's follow-up; empty where there is one. */
    originItem: text("origin_item").notNull().default(""),
    priority: text("priority", { enum: PRIORITIES }).notNull().default("medium"),
    links: jsonb("links").$type<ItemLink[]>().notNull().default([]),
    serviceId: uuid("service_id"),
    /** Null where the owner is no person of the tenant. */
    ownerId: uuid("owner_id"),
    ownerName: text("owner_name").notNull(),
    dueAt: instant("due_at").notNull(),
    state: text("state", { enum: ACTION_ITEM_STATES }).notNull().default("open"),
    trackerUrl: text("tracker_url"),
    /** The reminder that was given last, of all that its due time has. */
    reminder: text("reminder"),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
    closedByName: text("closed_by_name"),
    closingNote: text("closing_note"),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("action_item_origin").on(t.tenantId, t.originKind, t.originId, t.originItem),
    index("action_item_due").on(t.tenantId, t.state, t.dueAt, t.id),
    index("action_item_owner").on(t.tenantId, t.ownerId, t.state, t.dueAt, t.id),
    index("action_item_closed").on(t.tenantId, t.closedAt, t.id).where(sql`closed_at is not null`),
  ],
);

/** The GitHub issue in which an action item is tracked: at most one for each. */
export const actionItemIssue = pgTable(
  "action_item_issue",
  {
    tenantId: tenantId(),
    actionItemId: uuid("action_item_id").notNull(),
    integrationId: uuid("integration_id").notNull(),
    /** `owner/name`, lower case. */
    repository: text("repository").notNull(),
    number: integer("number"),
    url: text("url"),
    state: text("state", { enum: ISSUE_STATES }).notNull(),
    /** When GitHub was first asked to open it: from then on there may be one, even if no answer came. */
    askedAt: instant("asked_at"),
    /** What either side had when they last agreed; whichever differs from its own has changed. */
    itemTitle: text("item_title"),
    issueTitle: text("issue_title"),
    agreedState: text("agreed_state", { enum: ACTION_ITEM_STATES }),
    /** The issue's own time of its last change that was heard of: older news is no news. */
    toldAt: instant("told_at"),
    assignees: jsonb("assignees").$type<string[]>().notNull().default([]),
    /** Why GitHub has not been told, in words. */
    trouble: text("trouble"),
    syncedAt: instant("synced_at"),
    /** One process at a time speaks to GitHub about it. */
    busyUntil: instant("busy_until"),
    linkedAt: instant("linked_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.actionItemId] }),
    uniqueIndex("action_item_issue_once").on(t.tenantId, t.integrationId, t.repository, t.number),
  ],
);
