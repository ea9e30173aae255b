import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ENDED_STATES, ENTRY_KINDS, LINK_KINDS, RESPONSE_ROLES, SEVERITIES } from "@/lib/core/incident/model";
import type { IncidentPolicy } from "@/lib/core/incident/policy";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** Something that goes wrong, from its declaration to its closing. Its history is its timeline. */
export const incident = pgTable(
  "incident",
  {
    tenantId: tenantId(),
    id: recordId(),
    /** Runs within the tenant; people say INC-7. */
    number: integer("number").notNull(),
    /** The service that it was declared on; all that it affects are in `incident_service`. */
    serviceId: uuid("service_id").notNull(),
    severity: text("severity", { enum: SEVERITIES }).notNull(),
    state: text("state", { enum: ENDED_STATES }).notNull().default("declared"),
    title: text("title").notNull(),
    impact: text("impact").notNull().default(""),
    /** Where an alert began it; the same alert again is the same incident while it is open. */
    alertSource: text("alert_source"),
    alertKey: text("alert_key"),
    /** When the harm began, as far as known. */
    startedAt: instant("started_at"),
    /** The alert, else the declaration. Offsets of the timeline count from here. */
    detectedAt: instant("detected_at").notNull(),
    declaredAt: instant("declared_at").notNull(),
    acknowledgedAt: instant("acknowledged_at"),
    mitigatedAt: instant("mitigated_at"),
    /** Of the latest resolution: an incident that is opened again has none. A merged duplicate ends when it is merged. */
    resolvedAt: instant("resolved_at"),
    publishedAt: instant("published_at"),
    closedAt: instant("closed_at"),
    /** When the next update is owed; null where none is. */
    nextUpdateAt: instant("next_update_at"),
    mergedIntoId: uuid("merged_into_id"),
    /** The release that caused it, said by a person. */
    causeReleaseId: uuid("cause_release_id"),
    /** The last place taken on its timeline. */
    lastSequence: integer("last_sequence").notNull().default(0),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("incident_number").on(t.tenantId, t.number),
    index("incident_of_service").on(t.tenantId, t.serviceId, t.declaredAt),
    index("incident_newest").on(t.tenantId, t.declaredAt, t.id),
    index("incident_by").on(t.tenantId, t.byId, t.declaredAt),
    index("incident_open").on(t.tenantId, t.id).where(sql`resolved_at is null`),
    index("incident_state").on(t.tenantId, t.state, t.resolvedAt),
    uniqueIndex("incident_alert").on(t.tenantId, t.alertSource, t.alertKey).where(sql`resolved_at is null`),
    index("incident_cause").on(t.tenantId, t.causeReleaseId),
    index("incident_merged_into").on(t.tenantId, t.mergedIntoId),
  ],
);

/** Every service that an incident affects, the one that it was declared on included. */
export const incidentService = pgTable(
  "incident_service",
  { tenantId: tenantId(), incidentId: uuid("incident_id").notNull(), serviceId: uuid("service_id").notNull() },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.incidentId, t.serviceId] }),
    index("incident_service_of").on(t.tenantId, t.serviceId, t.incidentId),
  ],
);

/** The timeline. The app role inserts and reads, and changes nothing. */
export const incidentEntry = pgTable(
  "incident_entry",
  {
    tenantId: tenantId(),
    id: recordId(),
    incidentId: uuid("incident_id").notNull(),
    sequence: integer("sequence").notNull(),
    kind: text("kind", { enum: ENTRY_KINDS }).notNull(),
    at: instant("at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    text: text("text").notNull(),
    refersToId: uuid("refers_to_id"),
    evidenceUrl: text("evidence_url"),
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    unique("incident_entry_place").on(t.tenantId, t.incidentId, t.sequence),
  ],
);

/** Who has held a role in the response, from when until when. */
export const incidentRole = pgTable(
  "incident_role",
  {
    tenantId: tenantId(),
    id: recordId(),
    incidentId: uuid("incident_id").notNull(),
    role: text("role", { enum: RESPONSE_ROLES }).notNull(),
    personId: uuid("person_id").notNull(),
    personName: text("person_name").notNull(),
    since: instant("since").notNull(),
    until: instant("until"),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("incident_role_held").on(t.tenantId, t.incidentId, t.role).where(sql`until is null`),
    index("incident_role_of").on(t.tenantId, t.incidentId, t.since),
    index("incident_role_ever").on(t.tenantId, t.personId, t.since),
    index("incident_role_person").on(t.tenantId, t.personId, t.incidentId).where(sql`until is null`),
  ],
);

/** What an incident is linked with, seen from both ends. */
export const incidentLink = pgTable(
  "incident_link",
  {
    tenantId: tenantId(),
    id: recordId(),
    incidentId: uuid("incident_id").notNull(),
    kind: text("kind", { enum: LINK_KINDS }).notNull(),
    /** The record; null for a page elsewhere. */
    targetId: uuid("target_id"),
    url: text("url"),
    label: text("label").notNull(),
    addedAt: instant("added_at").notNull(),
    removedAt: instant("removed_at"),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("incident_link_once").on(t.tenantId, t.incidentId, t.kind, t.targetId).where(sql`removed_at is null`),
    index("incident_link_of").on(t.tenantId, t.incidentId, t.addedAt),
    index("incident_link_seen_from").on(t.tenantId, t.targetId, t.incidentId).where(sql`removed_at is null`),
  ],
);

/** Each version of what the tenant decides about its incidents. None: the default. */
export const incidentPolicy = pgTable(
  "incident_policy",
  {
    tenantId: tenantId(),
    version: integer("version").notNull(),
    content: jsonb("content").$type<IncidentPolicy>().notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
    ...doneBy(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.version] })],
);
