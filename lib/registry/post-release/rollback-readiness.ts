import { and, asc, eq } from "drizzle-orm";
import { environment, service } from "@/db/schema/catalog";
import { rollbackReadiness } from "@/db/schema/post-release";
import { release } from "@/db/schema/release";
import type { Actor } from "@/lib/core/access";
import { type RollbackReadiness, rollbackOf } from "@/lib/core/post-release/rollback";
import { policyInForce } from "../gate/policy";
import { read } from "../read";
import { freshnessOf } from "../rehearsal/freshness";

export type RollbackView = RollbackReadiness & {
  service: string;
  environment: string;
  release: { id: string; version: string };
  previousVersion: string | null;
  /** When plan and version before were found; the rehearsals are judged as of now. */
  computedAt: string;
};

/** Whether what runs in each place could be rolled back now: a rehearsal may have become stale since the release. */
export async function rollbackIndicators(
  actor: Actor,
  of: { releaseId?: string } = {},
): Promise<{ places: RollbackView[]; now: string }> {
  return read(actor, async (tx, now) => {
    const required = (await policyInForce(tx, actor.tenantId))?.policy?.requireRehearsal ?? true;
    const rows = await tx
      .select({ it: rollbackReadiness, version: release.version, service: service.slug, environment: environment.slug })
      .from(rollbackReadiness)
      .innerJoin(
        release,
        and(eq(release.tenantId, rollbackReadiness.tenantId), eq(release.id, rollbackReadiness.releaseId)),
      )
      .innerJoin(
        service,
        and(eq(service.tenantId, rollbackReadiness.tenantId), eq(service.id, rollbackReadiness.serviceId)),
      )
      .innerJoin(
        environment,
        and(eq(environment.tenantId, rollbackReadiness.tenantId), eq(environment.id, rollbackReadiness.environmentId)),
      )
      .where(
        and(
          eq(rollbackReadiness.tenantId, actor.tenantId),
          of.releaseId ? eq(rollbackReadiness.releaseId, of.releaseId) : undefined,
        ),
      )
      .orderBy(asc(service.slug), asc(environment.position));
    const places: RollbackView[] = [];
    for (const { it, version, ...place } of rows) {
      const { previousVersion, planTarget } = it;
      const rehearsal = await freshnessOf(tx, actor, it, now);
      places.push({
        ...place,
        ...rollbackOf({ previousVersion, planTarget, rehearsal, rehearsalRequired: required }),
        release: { id: it.releaseId, version },
        previousVersion,
        computedAt: it.computedAt.toISOString(),
      });
    }
    return { places, now: now.toISOString() };
  });
}
