import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { metricsSnapshot, scorecard } from "@/db/schema/evidence";
import type { Actor } from "@/lib/core/access";
import type { Lookup, ManifestFact, MetricsFact, ScorecardFact } from "@/lib/core/gate/facts";
import type { MetricValues } from "@/lib/core/metrics/schema";
import type { Scorecard } from "@/lib/core/scorecard/model";
import { partyOf } from "../actor-columns";
import { currentManifest, type FoundRelease } from "../release/find";

const missing = (reason: string): { state: "missing"; reason: string } => ({ state: "missing", reason });

/** The latest run of exactly this commit in this environment. */
export async function scorecardFact(
  tx: Tx,
  { release, service, environment }: FoundRelease,
): Promise<Lookup<ScorecardFact>> {
  const [row] = await tx
    .select()
    .from(scorecard)
    .where(
      and(
        eq(scorecard.tenantId, release.tenantId),
        eq(scorecard.serviceId, service.id),
        eq(scorecard.commit, release.commit),
        eq(scorecard.environmentId, environment.id),
      ),
    )
    .orderBy(desc(scorecard.generatedAt), desc(scorecard.id))
    .limit(1);
  if (!row) return missing(`no scorecard of commit ${release.commit.slice(0, 12)} for ${environment.slug}`);
  return {
    state: "found",
    value: {
      id: row.id,
      scorecard: row.model as Scorecard,
      digest: row.digest,
      commit: row.commit,
      environment: environment.slug,
      submittedBy: partyOf(row),
    },
  };
}

export async function metricsFact(
  tx: Tx,
  { release, service, environment }: FoundRelease,
): Promise<Lookup<MetricsFact>> {
  const [row] = await tx
    .select()
    .from(metricsSnapshot)
    .where(
      and(
        eq(metricsSnapshot.tenantId, release.tenantId),
        eq(metricsSnapshot.serviceId, service.id),
        eq(metricsSnapshot.commit, release.commit),
        eq(metricsSnapshot.environmentId, environment.id),
      ),
    )
    .orderBy(desc(metricsSnapshot.takenAt), desc(metricsSnapshot.id))
    .limit(1);
  if (!row) return missing(`no metrics of commit ${release.commit.slice(0, 12)} for ${environment.slug}`);
  const value = {
    id: row.id,
    values: row.values as MetricValues,
    takenAt: row.takenAt.toISOString(),
    submittedBy: partyOf(row),
  };
  return { state: "found", value };
}

export async function manifestFact(tx: Tx, actor: Actor, releaseId: string): Promise<Lookup<ManifestFact>> {
  const row = await currentManifest(tx, actor, releaseId);
  if (!row) return missing("no manifest has been put");
  const value = {
    id: row.id,
    revision: row.revision,
    digest: row.digest,
    content: row.content,
    submittedBy: partyOf(row),
  };
  return { state: "found", value };
}
