import { timingSafeEqual } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { calendarFeed } from "@/db/schema/rehearsal-programme";
import { membership, person } from "@/db/schema/tenant";
import { type PersonActor, ROLES } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { feedSecretHash, readFeedFile } from "@/lib/core/rehearsal/feed-address";
import { rolesHeldAt } from "../member";

/** Compared with where there is no such feed, so that an unknown one takes as long as a known one. */
const NOBODYS = feedSecretHash("");

/**
 * The person whose own calendar address this is. One `not_found` for a mistyped address, an unknown or revoked one, a
 * wrong secret and somebody who is no member any more: it tells a stranger nothing. Use is noted once a minute at most.
 */
export async function actorOfFeed(file: string): Promise<PersonActor> {
  const presented = readFeedFile(file);
  if (!presented) throw unknown();
  const [row] = await transaction({ feedId: presented.id }, (tx) =>
    tx.select().from(calendarFeed).where(eq(calendarFeed.id, presented.id)),
  );
  const isRight = isSameHash(row?.secretHash ?? NOBODYS, feedSecretHash(presented.secret));
  if (!row || !isRight || row.revokedAt) throw unknown();
  const actor = await transaction({ tenantId: row.tenantId, personId: row.personId }, async (tx) => {
    const found = await memberNow(tx, row.tenantId, row.personId);
    if (found) await noteUse(tx, row.tenantId, row.id);
    return found;
  });
  if (!actor) throw unknown();
  return actor;
}

const unknown = () => new DomainError("not_found", "There is no such calendar.");

function isSameHash(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one, "hex"), Buffer.from(other, "hex"));
}

async function memberNow(tx: Tx, tenantId: string, personId: string): Promise<PersonActor | null> {
  const [found] = await tx
    .select({
      name: person.name,
      email: person.email,
      now: sql<number>`floor(extract(epoch from now()) * 1000)::float8`,
    })
    .from(person)
    .innerJoin(membership, and(eq(membership.personId, person.id), eq(membership.tenantId, tenantId)))
    .where(eq(person.id, personId))
    .limit(1);
  if (!found) return null;
  const held = await rolesHeldAt(tx, tenantId, personId, new Date(found.now));
  const roles = ROLES.filter((role) => held.includes(role));
  if (roles.length === 0) return null;
  return { kind: "person", id: personId, tenantId, name: found.name, email: found.email, roles };
}

async function noteUse(tx: Tx, tenantId: string, feedId: string): Promise<void> {
  const stale = sql`(${calendarFeed.lastUsedAt} is null or ${calendarFeed.lastUsedAt} < now() - interval '1 minute')`;
  await tx
    .update(calendarFeed)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(calendarFeed.tenantId, tenantId), eq(calendarFeed.id, feedId), stale));
}
