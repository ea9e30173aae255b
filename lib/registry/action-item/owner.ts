import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { membership, person } from "@/db/schema/tenant";
import { invalid } from "@/lib/core/errors";

export type Owner = { ownerId: string | null; ownerName: string };

/** Who an item is given to: a person of the tenant by id, else whoever the name means. */
export async function ownerOf(
  tx: Tx,
  tenantId: string,
  given: { ownerId?: string | null; ownerName?: string },
): Promise<Owner> {
  if (!given.ownerId) {
    if (!given.ownerName) throw invalid("ownerName", "name who has to do it");
    return { ownerId: null, ownerName: given.ownerName };
  }
  const [row] = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .innerJoin(membership, and(eq(membership.tenantId, tenantId), eq(membership.personId, person.id)))
    .where(and(eq(person.id, given.ownerId), isNull(person.disabledAt)))
    .limit(1);
  if (!row) throw invalid("ownerId", "is no person of this tenant");
  return { ownerId: row.id, ownerName: row.name };
}
