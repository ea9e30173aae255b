import { and, desc, eq, gte, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { environment, service } from "@/db/schema/catalog";
import { signature } from "@/db/schema/decision";
import { manifest, release } from "@/db/schema/release";
import { type RankedRollout, rankSuspects, SUSPECT_DAYS } from "@/lib/core/incident/suspects";
import type { IncidentRow } from "./find";
import type { Suspect } from "./view";

const DAY_MS = 86_400_000;
const MOST_ROLLOUTS = 200;

/** Releases that may have caused an incident, ranked, each with its rollback plan and who signed it. */
export async function suspectsOf(
  tx: Tx,
  row: IncidentRow,
  services: readonly { id: string }[],
  windowHours: number,
): Promise<Suspect[]> {
  const at = row.startedAt && row.startedAt < row.detectedAt ? row.startedAt : row.detectedAt;
  const rollouts = await rolloutsBefore(tx, row.tenantId, services, at);
  const ranked = rankSuspects(rollouts, { at, serviceId: row.serviceId, windowHours });
  const shipped = await shippedOf(
    tx,
    row.tenantId,
    ranked.map(({ releaseId }) => releaseId),
  );
  return ranked.map((rollout) => suspectOf(rollout, shipped.get(rollout.releaseId), row));
}

type Found = Awaited<ReturnType<typeof rolloutsBefore>>[number];

/** By their own events, not by the release's last state: a rollout may have been started again since. */
async function rolloutsBefore(tx: Tx, tenantId: string, services: readonly { id: string }[], at: Date) {
  if (services.length === 0) return [];
  const before = (isEnd: boolean) => sql<string | null>`(
    select max(e.at) from stage_event e
    where e.tenant_id = ${release.tenantId} and e.release_id = ${release.id} and e.stage = 'production'
      and (e.status <> 'running') = ${isEnd} and e.at <= ${at.toISOString()}::timestamptz)`;
  const rows = await tx
    .select({
      releaseId: release.id,
      serviceId: release.serviceId,
      service: service.slug,
      environment: environment.slug,
      isProduction: environment.isProduction,
      version: release.version,
      stage: release.stage,
      startedAt: before(false),
      finishedAt: before(true),
    })
    .from(release)
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .innerJoin(environment, and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)))
    .where(
      and(
        eq(release.tenantId, tenantId),
        inArray(
          release.serviceId,
          services.map(({ id }) => id),
        ),
        gte(release.productionStartedAt, new Date(at.getTime() - SUSPECT_DAYS * DAY_MS)),
      ),
    )
    .orderBy(desc(release.productionStartedAt))
    .limit(MOST_ROLLOUTS);
  return rows.flatMap(({ startedAt, finishedAt, ...rollout }) =>
    startedAt
      ? [{ ...rollout, startedAt: new Date(startedAt), finishedAt: finishedAt ? new Date(finishedAt) : null }]
      : [],
  );
}

type Shipped = {
  rollbackPlan: string | null;
  rollbackTo: string | null;
  signatures: Suspect["signatures"];
};

/** Of each release: the rollback plan of the manifest in force, and the signatures that stand on it. */
async function shippedOf(tx: Tx, tenantId: string, releaseIds: string[]): Promise<Map<string, Shipped>> {
  if (releaseIds.length === 0) return new Map();
  const manifests = await tx
    .selectDistinctOn([manifest.releaseId], {
      id: manifest.id,
      releaseId: manifest.releaseId,
      rollbackPlan: sql<string | null>`${manifest.content} #>> '{rollback_plan,summary}'`,
      rollbackTo: sql<string | null>`${manifest.content} #>> '{rollback_plan,target_version}'`,
    })
    .from(manifest)
    .where(and(eq(manifest.tenantId, tenantId), inArray(manifest.releaseId, releaseIds)))
    .orderBy(manifest.releaseId, desc(manifest.revision));
  const signed = await tx
    .select()
    .from(signature)
    .where(
      and(eq(signature.tenantId, tenantId), inArray(signature.releaseId, releaseIds), isNull(signature.withdrawnAt)),
    )
    .orderBy(signature.signedAt, signature.id);
  return new Map(
    manifests.map(({ id, releaseId, rollbackPlan, rollbackTo }) => {
      const signatures = signed
        .filter(({ manifestId }) => manifestId === id)
        .map(({ printedName, role, decision, signedAt }) => ({
          ...{ name: printedName, role, decision, at: signedAt.toISOString() },
        }));
      return [releaseId, { rollbackPlan, rollbackTo, signatures }];
    }),
  );
}

function suspectOf(rollout: RankedRollout<Found>, shipped: Shipped | undefined, row: IncidentRow): Suspect {
  const { releaseId, version, stage, minutesBefore, isDeclaredService } = rollout;
  return {
    ...{ releaseId, service: rollout.service, environment: rollout.environment, version, stage },
    rolledOutAt: rollout.rolledOutAt.toISOString(),
    ...{ minutesBefore, isDeclaredService },
    rollbackPlan: shipped?.rollbackPlan ?? null,
    rollbackTo: shipped?.rollbackTo ?? null,
    signatures: shipped?.signatures ?? [],
    isCause: row.causeReleaseId === releaseId,
  };
}
