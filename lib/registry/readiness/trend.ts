import { asc, eq, sql } from "drizzle-orm";
import { environment, service } from "@/db/schema/catalog";
import { dayStretches } from "@/lib/core/readiness/stretches";
import { type Asked, placesOf, spanView } from "./asked";
import { trendMarks } from "./marks";
import { rolledReadiness, rollupState } from "./rolled-up";
import type { ReadinessTrend, TrendPoint } from "./view";

type Row = {
  stretch: number;
  id: string;
  runs: number;
  passed: number;
  evaluations: number;
  approvals: number;
  releases: number;
};

/** Readiness over the period by service, or by environment where one service is chosen. */
export async function readinessTrendOf(asked: Asked): Promise<ReadinessTrend> {
  const { tx, tenantId, now, spans } = asked;
  const stretches = dayStretches(spans[0]);
  const ask = { tenantId, spans: stretches, places: placesOf(asked) };
  const by = asked.service ? sql`environment_id` : sql`service_id`;
  const { rows } = await tx.execute<Row>(sql`with ${rolledReadiness(ask)}
    select stretch, ${by} as id, sum(runs)::float8 as runs, sum(runs_passed)::float8 as passed,
      sum(first_evaluations)::float8 as evaluations, sum(first_approvals)::float8 as approvals,
      sum(releases)::float8 as releases
    from rolled group by 1, 2`);
  const pointsOf = (own: readonly Row[]) => stretches.map((_, index) => pointOf(own, index));
  const series = (await seriesPlaces(asked)).map(({ id, slug, name }) => ({
    ...{ slug, name },
    points: pointsOf(rows.filter((row) => row.id === id)),
  }));
  return {
    stretches: stretches.map(spanView),
    series,
    marks: asked.service ? await trendMarks(asked, asked.service) : [],
    total: pointsOf(rows),
    now: now.toISOString(),
    rollups: await rollupState(tx, ask),
  };
}

function pointOf(rows: readonly Row[], stretch: number): TrendPoint {
  const own = rows.filter((row) => row.stretch === stretch);
  const sum = (pick: (row: Row) => number) => own.reduce((total, row) => total + pick(row), 0);
  return {
    runs: { part: sum((row) => row.passed), whole: sum((row) => row.runs) },
    firstPass: { part: sum((row) => row.approvals), whole: sum((row) => row.evaluations) },
    releases: sum((row) => row.releases),
  };
}

/** Every service, whether anything happened in it or not; or the environments of the one that is chosen. */
async function seriesPlaces({ tx, tenantId, ...asked }: Asked): Promise<{ id: string; slug: string; name: string }[]> {
  if (asked.service && asked.environment) return [asked.environment];
  if (asked.service) {
    return tx
      .select({ id: environment.id, slug: environment.slug, name: environment.name })
      .from(environment)
      .where(eq(environment.tenantId, tenantId))
      .orderBy(asc(environment.position));
  }
  return tx
    .select({ id: service.id, slug: service.slug, name: service.name })
    .from(service)
    .where(eq(service.tenantId, tenantId))
    .orderBy(asc(service.name), asc(service.slug));
}
