import { and, asc, between, eq, lte, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { deployment } from "@/db/schema/deployment";
import { metricsSnapshot } from "@/db/schema/evidence";
import { incident } from "@/db/schema/incident";
import type { verificationWindow } from "@/db/schema/post-release";
import type { MetricValues } from "@/lib/core/metrics/schema";
import type { VerificationFacts } from "@/lib/core/post-release/verification";
import { policyInForce } from "../gate/policy";
import { incidentsAffecting } from "../incident/affecting";
import type { FoundRelease } from "../release/find";

export type WindowRow = typeof verificationWindow.$inferSelect;

/** What happened to a release within its window. */
export async function verificationFacts(tx: Tx, found: FoundRelease, window: WindowRow): Promise<VerificationFacts> {
  const { release, service, environment } = found;
  const { openedAt, closesAt } = window;
  return {
    policy: (await policyInForce(tx, release.tenantId))?.policy ?? null,
    release: {
      id: release.id,
      service: service.slug,
      serviceId: service.id,
      environment: environment.slug,
      isProduction: environment.isProduction,
      version: release.version,
      commit: release.commit,
      createdBy: null,
    },
    ...{ openedAt, closesAt },
    snapshots: await snapshotsIn(tx, found, window),
    incidents: await incidentsIn(tx, found, window),
    failures: await failuresIn(tx, found, window),
  };
}

/** All of them: one that was left out could be the one that broke a limit. */
async function snapshotsIn(tx: Tx, { release }: FoundRelease, { openedAt, closesAt }: WindowRow) {
  const rows = await tx
    .select({
      id: metricsSnapshot.id,
      takenAt: metricsSnapshot.takenAt,
      receivedAt: metricsSnapshot.receivedAt,
      values: metricsSnapshot.values,
    })
    .from(metricsSnapshot)
    .where(
      and(
        eq(metricsSnapshot.tenantId, release.tenantId),
        eq(metricsSnapshot.serviceId, release.serviceId),
        eq(metricsSnapshot.commit, release.commit),
        eq(metricsSnapshot.environmentId, release.environmentId),
        between(metricsSnapshot.takenAt, openedAt, closesAt),
        lte(metricsSnapshot.receivedAt, closesAt),
      ),
    )
    .orderBy(asc(metricsSnapshot.takenAt), asc(metricsSnapshot.id));
  return rows.map((row) => ({ ...row, values: row.values as MetricValues }));
}

const incidentsIn = (tx: Tx, { release }: FoundRelease, { openedAt, closesAt }: WindowRow) =>
  incidentsAffecting(tx, release, between(incident.declaredAt, openedAt, closesAt));

/** By release where the deployment was matched to one, else by commit. */
async function failuresIn(tx: Tx, { release, environment }: FoundRelease, { openedAt, closesAt }: WindowRow) {
  const rows = await tx
    .select({ id: deployment.id, at: deployment.stateAt })
    .from(deployment)
    .where(
      and(
        eq(deployment.tenantId, release.tenantId),
        eq(deployment.serviceId, release.serviceId),
        eq(deployment.environmentId, release.environmentId),
        eq(deployment.state, "failed"),
        between(deployment.stateAt, openedAt, closesAt),
        or(eq(deployment.releaseId, release.id), eq(deployment.commit, release.commit)),
      ),
    )
    .orderBy(asc(deployment.stateAt), asc(deployment.id));
  return rows.map(({ id, at }) => ({ id, at, what: `a deployment of it to ${environment.slug} failed` }));
}
