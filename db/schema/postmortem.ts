import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { REVIEW_ANSWERS } from "@/lib/core/incident/postmortem/review";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** The postmortem of an incident: what was written last is in its revisions, what was published in its versions. */
export const postmortem = pgTable(
  "postmortem",
  {
    tenantId: tenantId(),
    incidentId: uuid("incident_id").notNull(),
    /** Of the last save. */
    revision: integer("revision").notNull(),
    /** The version that is being written; null while the latest one stands published. */
    draftVersion: integer("draft_version"),
    /** Why the published one is being amended. */
    amendmentReason: text("amendment_reason"),
    /** What the document calls its incident, where it came from elsewhere. */
    importedReference: text("imported_reference"),
    importedDigest: text("imported_digest"),
    begunAt: instant("begun_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.incidentId] }),
    unique("postmortem_imported").on(t.tenantId, t.importedDigest),
  ],
);

/** Every saved text of every field. The app role inserts and reads, and changes nothing. */
export const postmortemRevision = pgTable(
  "postmortem_revision",
  {
    tenantId: tenantId(),
    incidentId: uuid("incident_id").notNull(),
    revision: integer("revision").notNull(),
    field: text("field").notNull(),
    value: jsonb("value").notNull(),
    /** The open page that it was typed in: its next save follows its own last one. */
    editorId: uuid("editor_id"),
    /** Taken from the incident, not written by whoever began it. */
    isPrefilled: boolean("is_prefilled").notNull().default(false),
    at: instant("at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.incidentId, t.revision, t.field] }),
    index("postmortem_revision_of_field").on(t.tenantId, t.incidentId, t.field, t.revision),
  ],
);

/** What was published, never to be changed again: an amendment is the next version. */
export const postmortemVersion = pgTable(
  "postmortem_version",
  {
    tenantId: tenantId(),
    incidentId: uuid("incident_id").notNull(),
    version: integer("version").notNull(),
    /** The last save that went into it. */
    revision: integer("revision").notNull(),
    /** `incident.md`, byte by byte. */
    markdown: text("markdown").notNull(),
    /** SHA-256 of `markdown`. */
    digest: text("digest").notNull(),
    document: jsonb("document").notNull(),
    /** Why it replaces the version before it. */
    reason: text("reason"),
    publishedAt: instant("published_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.incidentId, t.version] }),
    index("postmortem_version_digest").on(t.tenantId, t.digest),
  ],
);

/** A completed version as it was archived: both forms and what they hash to. */
export const postmortemArchive = pgTable(
  "postmortem_archive",
  {
    tenantId: tenantId(),
    incidentId: uuid("incident_id").notNull(),
    version: integer("version").notNull(),
    markdown: text("markdown").notNull(),
    markdownDigest: text("markdown_digest").notNull(),
    /** Canonical JSON (RFC 8785) of the document. */
    document: text("document").notNull(),
    documentDigest: text("document_digest").notNull(),
    completedAt: instant("completed_at").notNull(),
    ...doneBy(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.incidentId, t.version] })],
);

/** Somebody was asked to review, and what they answered about which revision. */
export const postmortemReview = pgTable(
  "postmortem_review",
  {
    tenantId: tenantId(),
    id: recordId(),
    incidentId: uuid("incident_id").notNull(),
    reviewerId: uuid("reviewer_id").notNull(),
    reviewerName: text("reviewer_name").notNull(),
    askedAt: instant("asked_at").notNull(),
    answer: text("answer", { enum: REVIEW_ANSWERS }),
    note: text("note"),
    /** The last save that they had read. */
    revision: integer("revision"),
    answeredAt: instant("answered_at"),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("postmortem_review_of").on(t.tenantId, t.incidentId, t.askedAt),
    index("postmortem_review_by").on(t.tenantId, t.reviewerId, t.answeredAt),
  ],
);
