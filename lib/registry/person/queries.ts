import { and, asc, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { membership, person } from "@/db/schema/tenant";
import { type Actor, ROLES, type Role } from "@/lib/core/access";
import { invalid } from "@/lib/core/errors";
import { likePattern } from "../like";
import { read } from "../read";

export type PersonView = { id: string; name: string; email: string; roles: Role[]; addedAt: string; disabled: boolean };

const PAGE_SIZE = 50;

/** People of the tenant by name. `after` is the id of the last one seen, which `next` gives. */
export async function listPeople(
  actor: Actor,
  filter: { q?: string; role?: string; after?: string },
): Promise<{ items: PersonView[]; next: string | null; now: string }> {
  return read(actor, async (tx, now) => {
    const rows = await tx
      .select({ id: person.id, name: person.name, email: person.email, disabledAt: person.disabledAt })
      .from(person)
      .where(and(memberOf(actor, filter.role), textMatch(filter.q), beyond(filter.after)))
      .orderBy(asc(sql`lower(${person.name})`), asc(person.id))
      .limit(PAGE_SIZE + 1);
    const shown = rows.slice(0, PAGE_SIZE);
    const held = await rolesOf(
      tx,
      actor,
      shown.map(({ id }) => id),
    );
    const items = shown.map(({ disabledAt, ...row }) => ({
      ...row,
      disabled: disabledAt !== null,
      roles: ROLES.filter((role) => held.some((each) => each.personId === row.id && each.role === role)),
      addedAt: firstGrant(held.filter((each) => each.personId === row.id)),
    }));
    return { items, next: rows.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null, now: now.toISOString() };
  });
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
