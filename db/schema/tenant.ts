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
    passwordHash: text("password_hash").notNull(),
    /** Raised by every change of roles or password: sessions that carry an older one end. */
    sessionVersion: integer("session_version").notNull().default(1),
    disabledAt: instant("disabled_at"),
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
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.personId, t.role] }), index("membership_person").on(t.personId)],
);

/** Failed sign-ins by account and by address; counts within a window. */
export const signInThrottle = pgTable("sign_in_throttle", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull(),
  windowStart: instant("window_start").notNull(),
});
