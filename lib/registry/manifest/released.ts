import { and, asc, desc, eq, gte, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decision } from "@/db/schema/decision";
import { manifest, release, stageEvent } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { type ManifestContent, manifestContent } from "@/lib/core/manifest/schema";
import { RELEASED } from "@/lib/core/release/released";
import { environmentBySlug, serviceBySlug } from "../catalog";
import { read } from "../read";
import { currentManifest } from "../release/find";

export type ReleasedManifest = {
  releaseId: string;
  version: string;
  /** When its rollout succeeded. */
  releasedAt: string;
  revision: number;
  digest: string;
  manifest: ManifestContent;
};
type Place = { service: string; environment: string };

/**
 * The manifest of what runs in an environment: of the release whose rollout succeeded last and that was not rolled
 * back, in the revision with which it entered production. `not_found` where nothing was released yet.
 */
export async function releasedManifest(actor: Actor, place: Place): Promise<ReleasedManifest> {
  return read(actor, async (tx) => {
    const service = await serviceBySlug(tx, actor, place.service);
    const environment = await environmentBySlug(tx, actor, place.environment);
    const [latest] = await latestRelease(tx, actor.tenantId, service.id, environment.id);
    const put = latest && (await manifestAtEntry(tx, actor, latest.id));
    if (!latest || !put) {
      const none = `Nothing of ${place.service} has been released to ${place.environment} yet.`;
      throw new DomainError("not_found", none, [{ path: "manifest", message: "none has been released" }]);
    }
    return {
      releaseId: latest.id,
      version: latest.version,
      releasedAt: latest.at.toISOString(),
      revision: put.revision,
      digest: put.digest,
      manifest: put.content,
    };
  });
}

const RELEASED_NOW = or(
  ...RELEASED.map(({ stage, status }) => and(eq(release.stage, stage), eq(release.stageStatus, status))),
);

/** At most one row. Served by the index over the releases of a service in an environment. */
export function latestRelease(tx: Tx, tenantId: string, serviceId: string, environmentId: string) {
  const rollout = tx
    .select({ at: stageEvent.at })
    .from(stageEvent)
    .where(
      and(
        eq(stageEvent.tenantId, tenantId),
        eq(stageEvent.releaseId, release.id),
        eq(stageEvent.stage, "production"),
        eq(stageEvent.status, "succeeded"),
      ),
    )
    .orderBy(desc(stageEvent.at))
    .limit(1)
    .as("rollout");
  return tx
    .select({ id: release.id, version: release.version, at: rollout.at })
    .from(release)
    .innerJoinLateral(rollout, sql`true`)
    .where(
      and(
        eq(release.tenantId, tenantId),
        eq(release.serviceId, serviceId),
        eq(release.environmentId, environmentId),
        RELEASED_NOW,
      ),
    )
    .orderBy(desc(rollout.at), desc(release.id))
    .limit(1);
}

/** A manifest put after the entry did not ship. The decision that opened production names the revision that did. */
async function manifestAtEntry(tx: Tx, actor: Actor, releaseId: string) {
  const ofRelease = and(eq(stageEvent.tenantId, actor.tenantId), eq(stageEvent.releaseId, releaseId));
  const [entry] = await tx
    .select({ at: stageEvent.at })
    .from(stageEvent)
    .where(and(ofRelease, eq(stageEvent.stage, "production")))
    // A rollout that is started again enters anew; one that is reported as done at once has no start.
    .orderBy(desc(eq(stageEvent.status, "running")), desc(stageEvent.at))
    .limit(1);
  const [opened] = await tx
    .select({ revision: manifest.revision, digest: manifest.digest, content: manifest.content })
    .from(decision)
    .innerJoin(manifest, and(eq(manifest.tenantId, decision.tenantId), eq(manifest.id, decision.manifestId)))
    .where(
      and(
        eq(decision.tenantId, actor.tenantId),
        eq(decision.releaseId, releaseId),
        eq(decision.verdict, "approve"),
        entry && gte(decision.decidedAt, entry.at),
      ),
    )
    .orderBy(asc(decision.decidedAt), asc(decision.id))
    .limit(1);
  return opened ? { ...opened, content: manifestContent.parse(opened.content) } : currentManifest(tx, actor, releaseId);
}
