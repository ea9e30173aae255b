import { and, asc, eq, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { personIdentity } from "@/db/schema/identity";
import { membership, person } from "@/db/schema/tenant";
import { type Actor, can, ROLES, type Role } from "@/lib/core/access";
import { invalid } from "@/lib/core/errors";
import { likePattern } from "../like";
import { read } from "../read";

/** How somebody signs in, and when they last did; told only to those who manage people. */
export type SignInView = { password: boolean; provider: boolean; lastAt: string | null };
export type PersonView = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  /** Of the roles: those that the provider's groups give, with the groups. */
  fromGroups: { role: Role; groups: string[] }[];
  /** Of the roles: those that end, or have ended. */
  expiries: { role: Role; until: string; ended: boolean }[];
  addedAt: string;
  disabled: boolean;
  signIn: SignInView | null;
};
export type PeopleFilter = { q?: string; role?: string; state?: string; by?: string; after?: string };

const PAGE_SIZE = 50;

/** People of the tenant by name. `after` is the id of the last one seen, which `next` gives. */
export async function listPeople(
  actor: Actor,
  filter: PeopleFilter,
): Promise<{ items: PersonView[]; next: string | null; now: string }> {
  const manages = can(actor, "person:manage");
  return read(actor, async (tx, now) => {
    const rows = await tx
      .select(columns)
      .from(person)
      .where(
        and(
          memberOf(actor, filter.role),
          textMatch(filter.q),
          inState(filter.state),
          manages ? signsInBy(filter.by) : undefined,
          beyond(filter.after),
        ),
      )
      .orderBy(asc(sql`lower(${person.name})`), asc(person.id))
      .limit(PAGE_SIZE + 1);
    const shown = rows.slice(0, PAGE_SIZE);
    const ids = shown.map(({ id }) => id);
    const held = await rolesOf(tx, actor, ids);
    const items = shown.map((row) => {
      const own = held.filter((each) => each.personId === row.id);
      return viewOf(row, own, manages, now);
    });
    return { items, next: rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null, now: now.toISOString() };
  });
}

const linked = sql<boolean>`exists (select 1 from ${personIdentity} where ${personIdentity.personId} = ${person.id})`;
const columns = {
  id: person.id,
  name: person.name,
  email: person.email,
  disabledAt: person.disabledAt,
  lastSignInAt: person.lastSignInAt,
  password: sql<boolean>`${person.passwordHash} is not null`,
  provider: linked,
};
type Row = Pick<typeof person.$inferSelect, "id" | "name" | "email" | "disabledAt" | "lastSignInAt"> & {
  password: boolean;
  provider: boolean;
};

function viewOf(row: Row, held: (typeof membership.$inferSelect)[], manages: boolean, now: Date): PersonView {
  const { id, name, email, password, provider } = row;
  return {
    id,
    name,
    email,
    disabled: row.disabledAt !== null,
    roles: ROLES.filter((role) => held.some((each) => each.role === role)),
    fromGroups: held.filter(({ source }) => source === "group").map(({ role, groups }) => ({ role, groups })),
    expiries: held.flatMap(({ role, validUntil }) =>
      validUntil ? [{ role, until: validUntil.toISOString(), ended: validUntil <= now }] : [],
    ),
    addedAt: firstGrant(held),
    signIn: manages ? { password, provider, lastAt: row.lastSignInAt?.toISOString() ?? null } : null,
  };
}

function inState(state: string | undefined): SQL | undefined {
  if (state === "active") return isNull(person.disabledAt);
  return state === "disabled" ? isNotNull(person.disabledAt) : undefined;
}

function signsInBy(by: string | undefined): SQL | undefined {
  if (by === "password") return isNotNull(person.passwordHash);
  return by === "provider" ? linked : undefined;
}

function memberOf(actor: Actor, role: string | undefined): SQL {
  const known = ROLES.find((each) => each === role);
  return sql`exists (select 1 from ${membership} where ${membership.tenantId} = ${actor.tenantId}
    and ${membership.personId} = ${person.id} ${known ? sql`and ${membership.role} = ${known}` : sql``})`;
}

function textMatch(q: string | undefined): SQL | undefined {
  return q ? or(ilike(person.name, likePattern(q)), ilike(person.email, likePattern(q))) : undefined;
}

function beyond(after: string | undefined): SQL | undefined {
  if (!after) return undefined;
  if (!z.uuid().safeParse(after).success) throw invalid("after", "is not one that this list gave");
  return sql`(lower(${person.name}), ${person.id}) > (select lower(p.name), p.id from person p where p.id = ${after})`;
}

function rolesOf(tx: Tx, actor: Actor, ids: string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .select()
    .from(membership)
    .where(and(eq(membership.tenantId, actor.tenantId), inArray(membership.personId, ids)));
}

function firstGrant(grants: { grantedAt: Date }[]): string {
  return new Date(Math.min(...grants.map(({ grantedAt }) => grantedAt.getTime()))).toISOString();
}
