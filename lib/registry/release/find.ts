import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { manifest, release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { manifestContent } from "@/lib/core/manifest/schema";
import { requireReach } from "../actor-columns";

export type ReleaseRow = typeof release.$inferSelect;

/**
 * A release of the actor's tenant with its service and environment, or `not_found`. `lock` serialises what touches one
 * release (signatures, manifest, decision), so that no decision is made on facts that change under it.
 */
export async function findRelease(tx: Tx, actor: Actor, releaseId: string, lock?: "lock") {
  const query = tx
    .select({ release, service, environment })
    .from(release)
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .innerJoin(environment, and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)))
    .where(and(eq(release.tenantId, actor.tenantId), eq(release.id, releaseId)));
  const [row] = lock ? await query.for("update", { of: release }) : await query;
  if (!row) throw new DomainError("not_found", "There is no such release.");
  requireReach(actor, { serviceId: row.service.id, environmentId: row.environment.id });
  return row;
}
export type FoundRelease = Awaited<ReturnType<typeof findRelease>>;

/** Refuses a change to a release that has ended. */
export function requireOpen(row: ReleaseRow): void {
  if (row.endedAt)
    throw new DomainError("conflict", `This release has ended (${row.stage}); it can no longer be changed.`);
}

/** The manifest in force: the highest revision. */
export async function currentManifest(tx: Tx, actor: Actor, releaseId: string) {
  const [row] = await tx
    .select()
    .from(manifest)
    .where(and(eq(manifest.tenantId, actor.tenantId), eq(manifest.releaseId, releaseId)))
    .orderBy(desc(manifest.revision))
    .limit(1);
  return row ? { ...row, content: manifestContent.parse(row.content) } : null;
}
