import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "@/lib/core/access";
import { doneBy, instant, recordId, tenantId } from "./columns";

/** Who a subject of an identity provider is here. Of no tenant, as the person. */
export const personIdentity = pgTable(
  "person_identity",
  {
    issuer: text("issuer").notNull(),
    subject: text("subject").notNull(),
    personId: uuid("person_id").notNull(),
    linkedAt: instant("linked_at").notNull(),
    lastSignInAt: instant("last_sign_in_at"),
  },
  (t) => [
    primaryKey({ columns: [t.issuer, t.subject] }),
    uniqueIndex("person_identity_person").on(t.personId, t.issuer),
  ],
);

/** Which role of the tenant the members of a provider's group have. */
export const groupRole = pgTable(
  "group_role",
  {
    tenantId: tenantId(),
    id: recordId(),
    groupName: text("group_name").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    createdAt: instant("created_at").notNull(),
    ...doneBy(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("group_role_once").on(t.tenantId, t.groupName, t.role),
    index("group_role_group").on(t.groupName),
  ],
);

/** Identity proved again at a provider: asked for, confirmed by it, used for one signature. */
export const stepUpConfirmation = pgTable(
  "step_up",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id").notNull(),
    method: text("method", { enum: ["oidc"] }).notNull(),
    requestedAt: instant("requested_at").notNull(),
    confirmedAt: instant("confirmed_at"),
    usedAt: instant("used_at"),
  },
  (t) => [index("step_up_person").on(t.personId, t.requestedAt)],
);
