import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "@/lib/core/access";
import { instant, tenantId } from "./columns";

export const tenant = pgTable("tenant", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  sample: boolean("sample").notNull().default(false),
  createdAt: instant("created_at").notNull(),
});

/** A person exists once; memberships say where, and as what. */
export const person = pgTable(
  "person",
  {
    id: uuid("id").primaryKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    /** Null: signs in with the identity provider only. */
    passwordHash: text("password_hash"),
    /** Raised to end every session: those that carry an older one are over. */
    sessionVersion: integer("session_version").notNull().default(1),
    lastSignInAt: instant("last_sign_in_at"),
    disabledAt: instant("disabled_at"),
    /** The only tenant that can enable the person again. */
    disabledByTenantId: uuid("disabled_by_tenant_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("person_email").on(sql`lower(${t.email})`)],
);

export const membership = pgTable(
  "membership",
  {
    tenantId: tenantId(),
    personId: uuid("person_id").notNull(),
    role: text("role", { enum: ROLES }).notNull(),
    grantedAt: instant("granted_at").notNull(),
    /** `group`: given, and taken away, by the provider's `groups` at each sign-in. */
    source: text("source", { enum: ["manual", "group"] })
      .notNull()
      .default("manual"),
    groups: text("groups").array().notNull().default(sql`'{}'`),
    /** Null: until it is taken away. From this instant on the row gives nothing. */
    validUntil: instant("valid_until"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.personId, t.role] }),
    index("membership_person").on(t.personId),
    index("membership_expiry").on(t.tenantId, t.validUntil).where(sql`valid_until is not null`),
  ],
);

/** Failed sign-ins by account and by address; counts within a window. */
export const signInThrottle = pgTable("sign_in_throttle", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull(),
  windowStart: instant("window_start").notNull(),
});
