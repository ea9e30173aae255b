import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { breakGlass } from "@/db/schema/break-glass";
import { decision } from "@/db/schema/decision";
import { manifest, release } from "@/db/schema/release";
import type { DeploymentFacts } from "@/lib/core/deployment/facts";
import type { KnownDecision, KnownRelease } from "@/lib/core/deployment/standing";

export type DeploymentPlace = { tenantId: string; serviceId: string; environmentId: string };
type What = Pick<DeploymentFacts, "artifacts" | "commit">;

/** Releases with the same artifacts are the few that were built from one commit. */
const MOST_RELEASES = 50;

/** The releases of a place that a deployment can be about, newest first, with every decision about them. */
export async function knownReleases(tx: Tx, place: DeploymentPlace, what: What): Promise<KnownRelease[]> {
  const isSame = sameContent(what);
  if (!isSame) return [];
  const rows = await tx
    .select()
    .from(release)
    .where(
      and(
        eq(release.tenantId, place.tenantId),
        eq(release.serviceId, place.serviceId),
        eq(release.environmentId, place.environmentId),
        isSame,
      ),
    )
    .orderBy(desc(release.createdAt), desc(release.id))
    .limit(MOST_RELEASES);
  const decisions = await decisionsAbout(tx, place.tenantId, rows);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    commit: row.commit,
    shippedAt: row.releasedAt,
    endedAs: endOf(row.stage),
    endedAt: row.endedAt,
    decisions: decisions.get(row.id) ?? [],
  }));
}

/** One manifest must have all of the artifacts, so that the first is enough to look for. */
function sameContent({ artifacts, commit }: What): SQL | null {
  const [hash] = artifacts;
  if (hash) {
    return sql`exists (select 1 from ${manifest} where ${manifest.tenantId} = ${release.tenantId}
      and ${manifest.releaseId} = ${release.id}
      and ${manifest.content} -> 'artifacts' @> ${JSON.stringify([{ hash }])}::jsonb)`;
  }
  return commit ? eq(release.commit, commit) : null;
}

type ReleaseRow = typeof release.$inferSelect;

function endOf(stage: ReleaseRow["stage"]): KnownRelease["endedAs"] {
  return stage === "aborted" || stage === "rejected" || stage === "rolled_back" ? stage : null;
}

async function decisionsAbout(
  tx: Tx,
  tenantId: string,
  releases: readonly ReleaseRow[],
): Promise<Map<string, KnownDecision[]>> {
  const ids = releases.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const hashes = await hashesOf(tx, tenantId, ids);
  const rows = await tx
    .select({
      id: decision.id,
      releaseId: decision.releaseId,
      manifestId: decision.manifestId,
      kind: decision.kind,
      verdict: decision.verdict,
      decidedAt: decision.decidedAt,
      expiresAt: breakGlass.expiresAt,
      told: sql<boolean>`exists (select 1 from deployment_request r where r.tenant_id = ${decision.tenantId}
        and r.decision_id = ${decision.id} and r.state = 'approved')`,
    })
    .from(decision)
    .leftJoin(breakGlass, and(eq(breakGlass.tenantId, decision.tenantId), eq(breakGlass.id, decision.breakGlassId)))
    .where(and(eq(decision.tenantId, tenantId), inArray(decision.releaseId, ids)))
    .orderBy(asc(decision.decidedAt), asc(decision.id));
  const entries = new Set(releases.map(({ productionDecisionId }) => productionDecisionId));
  const found = new Map<string, KnownDecision[]>(ids.map((id) => [id, []]));
  for (const { releaseId, manifestId, ...row } of rows) {
    const artifacts = hashes.get(manifestId ?? "") ?? [];
    found.get(releaseId)?.push({ ...row, artifacts, entered: entries.has(row.id) });
  }
  return found;
}

async function hashesOf(tx: Tx, tenantId: string, releaseIds: string[]): Promise<Map<string, string[]>> {
  const rows = await tx
    .select({
      id: manifest.id,
      hashes: sql<string[]>`jsonb_path_query_array(${manifest.content}, '$.artifacts[*].hash')`,
    })
    .from(manifest)
    .where(and(eq(manifest.tenantId, tenantId), inArray(manifest.releaseId, releaseIds)));
  return new Map(rows.map(({ id, hashes }) => [id, hashes]));
}
