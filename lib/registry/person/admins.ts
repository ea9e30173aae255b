import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { membership, person } from "@/db/schema/tenant";
import { DomainError } from "@/lib/core/errors";

type Who = { tenantId: string; personId: string };

/** Two admins who remove each other at once: the second waits here and then sees that it is the last. */
export async function lockAdmins(tx: Tx, tenantId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`admins:${tenantId}`}, 0))`);
}

/** Whether somebody else can sign in and is admin of the tenant without an end: one who ends could end as the last. */
export async function hasOtherAdmin(tx: Tx, { tenantId, personId }: Who): Promise<boolean> {
  const [other] = await tx
    .select({ id: membership.personId })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        eq(membership.tenantId, tenantId),
        eq(membership.role, "admin"),
        ne(membership.personId, personId),
        isNull(membership.validUntil),
        isNull(person.disabledAt),
      ),
    )
    .limit(1);
  return other !== undefined;
}

export async function requireOtherAdmin(tx: Tx, who: Who): Promise<void> {
  if (await hasOtherAdmin(tx, who)) return;
  throw new DomainError("conflict", "Somebody must stay admin without an end. Make another person admin first.");
}
