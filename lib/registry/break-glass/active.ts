import { and, desc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { breakGlass } from "@/db/schema/break-glass";
import { manifest } from "@/db/schema/release";
import type { FoundRelease } from "../release/find";

/**
 * The break-glass that lets this release into production now, or null: confirmed, neither used nor cancelled nor
 * expired, and for the manifest that is in force. The release is locked by whoever goes on to use it.
 */
export async function activeBreakGlass(
  tx: Tx,
  { release }: FoundRelease,
  now: Date,
): Promise<{ id: string; expiresAt: string; reason: string } | null> {
  const [inForce] = await tx
    .select({ id: manifest.id })
    .from(manifest)
    .where(and(eq(manifest.tenantId, release.tenantId), eq(manifest.releaseId, release.id)))
    .orderBy(desc(manifest.revision))
    .limit(1);
  if (!inForce) return null;
  const [row] = await tx
    .select()
    .from(breakGlass)
    .where(
      and(
        eq(breakGlass.tenantId, release.tenantId),
        eq(breakGlass.releaseId, release.id),
        eq(breakGlass.manifestId, inForce.id),
        isNotNull(breakGlass.confirmedAt),
        isNull(breakGlass.cancelledAt),
        isNull(breakGlass.usedAt),
        gt(breakGlass.expiresAt, now),
      ),
    )
    .orderBy(desc(breakGlass.requestedAt), desc(breakGlass.id))
    .limit(1);
  return row ? { id: row.id, expiresAt: row.expiresAt.toISOString(), reason: row.reason } : null;
}
