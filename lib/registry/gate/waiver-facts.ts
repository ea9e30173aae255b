import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { waiver } from "@/db/schema/decision";
import type { WaiverFact } from "@/lib/core/gate/facts";
import type { FoundRelease } from "../release/find";

/** Waivers of this release and of its service as a whole, valid or not: the core judges them. */
export async function waiverFacts(tx: Tx, { release, service }: FoundRelease): Promise<WaiverFact[]> {
  const rows = await tx
    .select()
    .from(waiver)
    .where(
      and(
        eq(waiver.tenantId, release.tenantId),
        eq(waiver.serviceId, service.id),
        or(eq(waiver.releaseId, release.id), isNull(waiver.releaseId)),
      ),
    )
    .orderBy(asc(waiver.grantedAt), asc(waiver.id));
  return rows.map(waiverFact);
}

export function waiverFact(row: typeof waiver.$inferSelect): WaiverFact {
  return {
    id: row.id,
    checkId: row.checkId,
    finding: row.finding,
    releaseId: row.releaseId,
    expiresAt: row.expiresAt.toISOString(),
    grantedAt: row.grantedAt.toISOString(),
    grantedBy: { kind: "person", id: row.grantedById, name: row.grantedByName, email: row.grantedByEmail },
    grantedRole: row.grantedRole,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    supersededById: row.supersededById,
  };
}
