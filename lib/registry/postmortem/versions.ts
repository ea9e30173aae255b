import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { postmortemArchive, postmortemVersion } from "@/db/schema/postmortem";

export type VersionRow = typeof postmortemVersion.$inferSelect;
export type ArchiveRow = typeof postmortemArchive.$inferSelect;
export type KeptVersion = { version: VersionRow; archive: ArchiveRow | null };

/** Every published version with its archive, where it was completed; the last one first. */
export async function versionsOf(tx: Tx, tenantId: string, incidentId: string): Promise<KeptVersion[]> {
  return tx
    .select({ version: postmortemVersion, archive: postmortemArchive })
    .from(postmortemVersion)
    .leftJoin(
      postmortemArchive,
      and(
        eq(postmortemArchive.tenantId, postmortemVersion.tenantId),
        eq(postmortemArchive.incidentId, postmortemVersion.incidentId),
        eq(postmortemArchive.version, postmortemVersion.version),
      ),
    )
    .where(and(eq(postmortemVersion.tenantId, tenantId), eq(postmortemVersion.incidentId, incidentId)))
    .orderBy(desc(postmortemVersion.version));
}
