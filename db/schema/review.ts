import { index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { REVIEW_STATES, type ReviewFacts } from "@/lib/core/review/model";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** The readiness review of a quarter. `by…` is who opened it. */
export const review = pgTable(
  "review",
  {
    tenantId: tenantId(),
    id: recordId(),
    /** 2026-Q3, in UTC. */
    quarter: text("quarter").notNull(),
    state: text("state", { enum: REVIEW_STATES }).notNull().default("open"),
    openedAt: instant("opened_at").notNull(),
    completedAt: instant("completed_at"),
    completedById: uuid("completed_by_id"),
    completedByName: text("completed_by_name"),
    conclusion: text("conclusion"),
    /** Of what it looked at when it was completed. */
    snapshotDigest: text("snapshot_digest"),
    ...doneBy(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), unique("review_quarter").on(t.tenantId, t.quarter)],
);

/** What a review looked at when somebody signed it, by its digest. The app role inserts and reads. */
export const reviewSnapshot = pgTable(
  "review_snapshot",
  {
    tenantId: tenantId(),
    reviewId: uuid("review_id").notNull(),
    /** SHA-256 over the RFC 8785 form of `content`. */
    digest: text("digest").notNull(),
    content: jsonb("content").$type<ReviewFacts>().notNull(),
    takenAt: instant("taken_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.reviewId, t.digest] })],
);

/** What somebody says in a review, to be read with it for ever. */
export const reviewNote = pgTable(
  "review_note",
  {
    tenantId: tenantId(),
    id: recordId(),
    reviewId: uuid("review_id").notNull(),
    text: text("text").notNull(),
    at: instant("at").notNull(),
    ...doneBy(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), index("review_note_of").on(t.tenantId, t.reviewId, t.at, t.id)],
);

/** A signature of a person of the change board under exactly what a review looks at. */
export const reviewSignOff = pgTable(
  "review_sign_off",
  {
    tenantId: tenantId(),
    id: recordId(),
    reviewId: uuid("review_id").notNull(),
    digest: text("digest").notNull(),
    personId: uuid("person_id").notNull(),
    /** As the person wrote their own name. */
    printedName: text("printed_name").notNull(),
    email: text("email").notNull(),
    signedAt: instant("signed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("review_sign_off_once").on(t.tenantId, t.reviewId, t.personId, t.digest),
    index("review_sign_off_of").on(t.tenantId, t.reviewId, t.signedAt, t.id),
  ],
);

/** A signed waiver: this review passes an incomplete item over until its new date. A later one of the item replaces it. */
export const reviewCarryOver = pgTable(
  "review_carry_over",
  {
    tenantId: tenantId(),
    id: recordId(),
    reviewId: uuid("review_id").notNull(),
    actionItemId: uuid("action_item_id").notNull(),
    title: text("title").notNull(),
    dueBefore: instant("due_before").notNull(),
    until: instant("until").notNull(),
    justification: text("justification").notNull(),
    mitigation: text("mitigation").notNull(),
    personId: uuid("person_id").notNull(),
    personName: text("person_name").notNull(),
    email: text("email").notNull(),
    signedAt: instant("signed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("review_carry_over_of").on(t.tenantId, t.reviewId, t.signedAt, t.id),
  ],
);
