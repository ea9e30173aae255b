import { and, eq } from "drizzle-orm";
import { release } from "@/db/schema/release";
import type { CommandScope } from "../command";
import { storeDraft } from "../manifest/draft";
import { currentManifest, type FoundRelease } from "./find";
import { requestApprovals } from "./request-approvals";

/**
 * What entering staging brings about: a draft of the manifest, unless the pipeline has put one, and the request for the
 * approvals that are missing. Gives how much the draft lacks; null where there is none.
 */
export async function promoteToStaging(scope: CommandScope, found: FoundRelease, at: Date): Promise<number | null> {
  const { tx, actor } = scope;
  const put = await currentManifest(tx, actor, found.release.id);
  const missing = put ? null : (await storeDraft(scope, found, at)).missing.length;
  if (!found.release.approvalsRequestedAt) {
    await tx
      .update(release)
      .set({ approvalsRequestedAt: at })
      .where(and(eq(release.tenantId, actor.tenantId), eq(release.id, found.release.id)));
  }
  await requestApprovals(scope, found, at, missing);
  return missing;
}
