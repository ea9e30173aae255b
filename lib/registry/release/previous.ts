import { and, desc, eq, lt, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { release } from "@/db/schema/release";
import type { FoundRelease } from "./find";

export type PreviousRelease = { id: string; version: string; commit: string };

/** What ran in a release's place before it: the last one rolled out earlier that was not taken back. */
export async function previousRelease(
  tx: Tx,
  { release: it }: FoundRelease,
  before: Date,
): Promise<PreviousRelease | null> {
  const [row] = await tx
    .select({ id: release.id, version: release.version, commit: release.commit })
    .from(release)
    .where(
      and(
        eq(release.tenantId, it.tenantId),
        eq(release.serviceId, it.serviceId),
        eq(release.environmentId, it.environmentId),
        ne(release.id, it.id),
        ne(release.stage, "rolled_back"),
        lt(release.releasedAt, before),
      ),
    )
    .orderBy(desc(release.releasedAt), desc(release.id))
    .limit(1);
  return row ?? null;
}

/** The version that ran in a release's place before it; for one that is not rolled out yet, the one that runs there now. */
export async function versionBefore(tx: Tx, found: FoundRelease, now: Date): Promise<string | null> {
  return (await previousRelease(tx, found, found.release.releasedAt ?? now))?.version ?? null;
}
