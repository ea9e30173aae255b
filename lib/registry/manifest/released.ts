import { and, desc, eq, isNotNull, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { decision } from "@/db/schema/decision";
import { manifest, release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { type ManifestContent, manifestContent } from "@/lib/core/manifest/schema";
import { environmentBySlug, serviceBySlug } from "../catalog";
import { read } from "../read";
import type { FoundRelease } from "../release/find";

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
    const put = latest && (await shippedManifest(tx, latest));
    if (!latest?.releasedAt || !put) {
      const none = `Nothing of ${place.service} has been released to ${place.environment} yet.`;
      throw new DomainError("not_found", none, [{ path: "manifest", message: "none has been released" }]);
    }
    return {
      releaseId: latest.id,
      version: latest.version,
      releasedAt: latest.releasedAt.toISOString(),
      revision: put.revision,
      digest: put.digest,
      manifest: put.content,
    };
  });
}

/** What was released last to the place of a release, other than itself. Null where nothing was. */
export async function releasedContent(
  tx: Tx,
  found: FoundRelease,
): Promise<{ version: string; content: ManifestContent } | null> {
  const [latest] = await latestRelease(tx, found.release.tenantId, found.service.id, found.environment.id);
  if (!latest || latest.id === found.release.id) return null;
  const put = await shippedManifest(tx, latest);
  return put && { version: latest.version, content: put.content };
}

/** At most one row, by the index over what was released and stands: however many releases there were. */
export const latestRelease = (tx: Tx, tenantId: string, serviceId: string, environmentId: string) =>
  standing(tx, tenantId, serviceId, environmentId).limit(1);

/** Releases whose rollout succeeded and that were not rolled back, the latest first. */
function standing(tx: Tx, tenantId: string, serviceId: string, environmentId: string) {
  return tx
    .select({
      tenantId: release.tenantId,
      id: release.id,
      version: release.version,
      releasedAt: release.releasedAt,
      decisionId: release.productionDecisionId,
    })
    .from(release)
    .where(
      and(
        eq(release.tenantId, tenantId),
        eq(release.serviceId, serviceId),
        eq(release.environmentId, environmentId),
        isNotNull(release.releasedAt),
        ne(release.stage, "rolled_back"),
      ),
    )
    .orderBy(desc(release.releasedAt), desc(release.id));
}

type Released = { tenantId: string; id: string; decisionId: string | null };

/** A manifest put after the entry did not ship: the decision that opened production names the revision that did. */
async function shippedManifest(tx: Tx, { tenantId, id, decisionId }: Released) {
  const ofRelease = and(eq(manifest.tenantId, tenantId), eq(manifest.releaseId, id));
  const opened = decisionId ? await manifestOfDecision(tx, tenantId, decisionId) : null;
  const [row] = await tx
    .select({ revision: manifest.revision, digest: manifest.digest, content: manifest.content })
    .from(manifest)
    .where(and(ofRelease, opened ? eq(manifest.id, opened) : undefined))
    .orderBy(desc(manifest.revision))
    .limit(1);
  return row ? { ...row, content: manifestContent.parse(row.content) } : null;
}

async function manifestOfDecision(tx: Tx, tenantId: string, decisionId: string): Promise<string | null> {
  const [row] = await tx
    .select({ manifestId: decision.manifestId })
    .from(decision)
    .where(and(eq(decision.tenantId, tenantId), eq(decision.id, decisionId)));
  return row?.manifestId ?? null;
}
