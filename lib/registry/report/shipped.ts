import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import { environment, service } from "@/db/schema/catalog";
import { release } from "@/db/schema/release";
import { inPlace, MOST_LINES, type ReportScope } from "./scope";
import type { Listed, ShippedRelease } from "./view";

export type Shipped = Listed<ShippedRelease> & { byBreakGlass: number; rolledBack: number };

/** Releases whose rollout succeeded in the week, the latest first. */
export async function shippedIn(scope: ReportScope): Promise<Shipped> {
  const { tx, actor, span } = scope;
  const rolledBack = sql`${release.stage} = 'rolled_back'`;
  const rows = await tx
    .select({
      it: release,
      service: service.slug,
      environment: environment.slug,
      total: sql<number>`(count(*) over ())::int`,
      byBreakGlass: sql<number>`(count(${release.breakGlassId}) over ())::int`,
      rolledBack: sql<number>`(count(*) filter (where ${rolledBack}) over ())::int`,
    })
    .from(release)
    .innerJoin(service, and(eq(service.tenantId, release.tenantId), eq(service.id, release.serviceId)))
    .innerJoin(environment, and(eq(environment.tenantId, release.tenantId), eq(environment.id, release.environmentId)))
    .where(
      and(
        eq(release.tenantId, actor.tenantId),
        gte(release.releasedAt, span.from),
        lt(release.releasedAt, span.until),
        inPlace(scope, "production"),
      ),
    )
    .orderBy(desc(release.releasedAt), desc(release.id))
    .limit(MOST_LINES);
  const items = rows.map(({ it, service: slug, environment: place }) => ({
    ...{ releaseId: it.id, service: slug, environment: place, version: it.version },
    releasedAt: (it.releasedAt ?? it.createdAt).toISOString(),
    leadTimeSeconds: it.leadTimeSeconds,
    byBreakGlass: it.breakGlassId !== null,
    isRolledBack: it.stage === "rolled_back",
  }));
  const { total = 0, byBreakGlass = 0, rolledBack: taken = 0 } = rows[0] ?? {};
  return { total, byBreakGlass, rolledBack: taken, items };
}
