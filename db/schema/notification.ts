import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { CHANNEL_KINDS } from "@/lib/core/notification/channel";
import { DELIVERY_STATES, OUTBOX_KINDS, RECIPIENT_KINDS } from "@/lib/core/notification/delivery";
import type { NoticeKind } from "@/lib/core/notification/kinds";
import type { NoticeContent } from "@/lib/core/notification/notice";
import type { Choices } from "@/lib/core/notification/preference";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** A chat room or a system that is told. Its address is a secret: whoever knows it can post there. */
export const notificationChannel = pgTable(
  "notification_channel",
  {
    tenantId: tenantId(),
    id: recordId(),
    kind: text("kind", { enum: CHANNEL_KINDS }).notNull(),
    name: text("name").notNull(),
    urlSealed: text("url_sealed").notNull(),
    /** The host of the address, which is all of it that is shown. */
    host: text("host").notNull(),
    /** Signs what a generic webhook is told; the chats take no signature. */
    secretSealed: text("secret_sealed"),
    subscriptions: jsonb("subscriptions").$type<NoticeKind[]>().notNull(),
    /** Null: every service. */
    serviceId: uuid("service_id"),
    createdAt: instant("created_at").notNull(),
    disabledAt: instant("disabled_at"),
    ...doneBy(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), unique("notification_channel_name").on(t.tenantId, t.name)],
);

/** What a person chose; whoever chose nothing has the defaults. */
export const notificationPreference = pgTable(
  "notification_preference",
  {
    tenantId: tenantId(),
    personId: uuid("person_id").notNull(),
    choices: jsonb("choices").$type<Choices>().notNull(),
    /** Of the person's own day, 0 to 23. */
    digestHour: integer("digest_hour").notNull(),
    timeZone: text("time_zone").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.personId] })],
);

/** The outbox: one row for each recipient of a notice. It refers to nothing, so that it waits for nobody's lock. */
export const notification = pgTable(
  "notification",
  {
    tenantId: tenantId(),
    id: recordId(),
    recipientKind: text("recipient_kind", { enum: RECIPIENT_KINDS }).notNull(),
    /** A person or a channel, which may be gone by the time of the delivery. */
    recipientId: uuid("recipient_id").notNull(),
    recipientName: text("recipient_name").notNull(),
    kind: text("kind", { enum: OUTBOX_KINDS }).notNull(),
    /** The same key is the same news: it is told once to each recipient. */
    key: text("key").notNull(),
    content: jsonb("content").$type<NoticeContent>().notNull(),
    serviceId: uuid("service_id"),
    environmentId: uuid("environment_id"),
    releaseId: uuid("release_id"),
    state: text("state", { enum: DELIVERY_STATES }).notNull(),
    /** The daily digest that carries it. */
    digestId: uuid("digest_id"),
    attempts: integer("attempts").notNull(),
    lastError: text("last_error"),
    /** A delivery is at work on it until then; one that was cut off is taken up again. */
    claimedUntil: instant("claimed_until"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("notification_once").on(t.tenantId, t.recipientId, t.kind, t.key),
    index("notification_newest").on(t.tenantId, t.createdAt, t.id),
    index("notification_recipient").on(t.tenantId, t.recipientId, t.createdAt, t.id),
    index("notification_held")
      .on(t.tenantId, t.recipientId, t.createdAt)
      .where(sql`state = 'held' and digest_id is null`),
    index("notification_undelivered").on(t.tenantId, t.createdAt, t.id).where(sql`state in ('failed', 'gave_up')`),
    index("notification_digest").on(t.tenantId, t.digestId).where(sql`digest_id is not null`),
  ],
);

/** The latest reminder of a release's missing signatures, so that each is given once. */
export const approvalReminder = pgTable(
  "approval_reminder",
  {
    tenantId: tenantId(),
    releaseId: uuid("release_id").notNull(),
    /** Since when the signatures were awaited; a new manifest begins anew. */
    since: instant("since").notNull(),
    number: integer("number").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.releaseId] })],
);
