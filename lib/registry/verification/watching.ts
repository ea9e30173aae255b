import { and, asc, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { verificationWindow } from "@/db/schema/post-release";

/** Releases of a tenant whose window is open, the one that closes first in front. */
export async function watchedReleases(tenantId: string): Promise<string[]> {
  const rows = await transaction({ tenantId }, (tx) =>
    tx
      .select({ releaseId: verificationWindow.releaseId })
      .from(verificationWindow)
      .where(and(eq(verificationWindow.tenantId, tenantId), eq(verificationWindow.state, "watching")))
      .orderBy(asc(verificationWindow.closesAt), asc(verificationWindow.releaseId)),
  );
  return rows.map(({ releaseId }) => releaseId);
}
