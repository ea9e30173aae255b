import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { scorecard } from "@/db/schema/evidence";
import { manifest, release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import type { LinkKind } from "@/lib/core/incident/model";
import { read } from "../read";

/** A record that an incident is likely to be linked with. */
export type LinkChoice = { kind: LinkKind; targetId: string; label: string };

const SHOWN = 8;

/** The newest releases of these services with their manifests and decisions, and the newest scorecards. */
export async function linkChoices(actor: Actor, services: readonly string[]): Promise<LinkChoice[]> {
  return read(actor, async (tx) => [
    ...(await ofReleases(tx, actor, services)),
    ...(await ofScorecards(tx, actor, services)),
  ]);
}

async function ofReleases(tx: Tx, { tenantId }: Actor, services: readonly string[]): Promise<LinkChoice[]> {
  const releases = await tx
    .select({
      id: release.id,
      service: service.slug,
      environment: environment.slug,
      version: release.version,
      decisionId: release.lastDecisionId,
    })
    .from(release)
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .innerJoin(environment, and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)))
    .where(and(eq(release.tenantId, tenantId), inArray(service.slug, [...services])))
    .orderBy(desc(release.createdAt), desc(release.id))
    .limit(SHOWN);
  if (releases.length === 0) return [];
  const ids = releases.map(({ id }) => id);
  const manifests = await tx
    .selectDistinctOn([manifest.releaseId], {
      id: manifest.id,
      releaseId: manifest.releaseId,
      revision: manifest.revision,
    })
    .from(manifest)
    .where(and(eq(manifest.tenantId, tenantId), inArray(manifest.releaseId, ids)))
    .orderBy(manifest.releaseId, desc(manifest.revision));
  return releases.flatMap(({ id, decisionId, ...where }): LinkChoice[] => {
    const name = `${where.service} ${where.version} to ${where.environment}`;
    const put = manifests.find(({ releaseId }) => releaseId === id);
    return [
      { kind: "release", targetId: id, label: name },
      ...(put ? [{ kind: "manifest" as const, targetId: put.id, label: `${name}, revision ${put.revision}` }] : []),
      ...(decisionId ? [{ kind: "decision" as const, targetId: decisionId, label: `${name}, the latest` }] : []),
    ];
  });
}

async function ofScorecards(tx: Tx, { tenantId }: Actor, services: readonly string[]): Promise<LinkChoice[]> {
  const rows = await tx
    .select({ id: scorecard.id, service: service.slug, environment: environment.slug, runId: scorecard.runId })
    .from(scorecard)
    .innerJoin(service, and(eq(service.tenantId, scorecard.tenantId), eq(service.id, scorecard.serviceId)))
    .innerJoin(
      environment,
      and(eq(environment.tenantId, scorecard.tenantId), eq(environment.id, scorecard.environmentId)),
    )
    .where(and(eq(scorecard.tenantId, tenantId), inArray(service.slug, [...services])))
    .orderBy(desc(scorecard.receivedAt), desc(scorecard.id))
    .limit(SHOWN);
  return rows.map(({ id, runId, ...where }) => ({
    kind: "scorecard",
    targetId: id,
    label: `${where.service} in ${where.environment}, run ${runId}`,
  }));
}
