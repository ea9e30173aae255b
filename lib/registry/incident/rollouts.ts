import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { startOf } from "@/lib/core/incident/analytics";
import type { RolledOut, Rollout } from "@/lib/core/incident/attribution";
import type { AttributableIncident } from "@/lib/core/incident/comparison";
import type { Span } from "@/lib/core/period";

/** As in its partial index, so that it is used. */
const isRollout = sql`e.stage = 'production' and e.status in ('running', 'succeeded')`;

/**
 * Where the release of `e` goes. Looked up one by one (`offset 0`) where far fewer are rolled out than there are; of a
 * long time the database does better to read them all.
 */
const itsPlace = (tenantId: string, isShort = true): SQL => sql`cross join lateral (
    select r.service_id, r.environment_id from release r
    where r.tenant_id = ${tenantId} and r.id = e.release_id ${isShort ? sql`offset 0` : sql.empty()}
  ) place`;
const isProduction = (tenantId: string): SQL => sql`place.environment_id in (
    select n.id from environment n where n.tenant_id = ${tenantId} and n.is_production)`;

type Nearest = { releaseId: string; service: string; ms: number };

/**
 * Of each affected service of each incident the last rollout to production at or before its start, within the window.
 * `attributionOf` chooses among them as it would among all: any other is earlier, or of a lower id.
 */
export async function rolloutsBefore(
  tx: Tx,
  tenantId: string,
  incidents: readonly AttributableIncident[],
  windowHours: number,
): Promise<Rollout[]> {
  const asked = incidents.flatMap((each) =>
    each.causeReleaseId ? [] : each.services.map((service) => ({ service, start: startOf(each).toISOString() })),
  );
  if (asked.length === 0) return [];
  const services = sql.param(asked.map(({ service }) => service));
  const starts = sql.param(asked.map(({ start }) => start));
  const { rows } = await tx.execute<Nearest>(sql`
    select distinct last.release_id as "releaseId", asked.slug as service,
      floor(extract(epoch from last.at) * 1000)::float8 as ms
    from unnest(${services}::text[], ${starts}::timestamptz[]) as asked (slug, start)
    join service s on s.tenant_id = ${tenantId} and s.slug = asked.slug
    cross join lateral (
      select e.release_id, e.at from (
        select e.release_id, e.at from stage_event e
        where e.tenant_id = ${tenantId} and ${isRollout}
          and e.at <= asked.start and e.at >= asked.start - ${windowHours} * interval '1 hour'
        order by e.at desc offset 0
      ) e ${itsPlace(tenantId)}
      where place.service_id = s.id and ${isProduction(tenantId)} order by e.at desc, e.release_id desc limit 1
    ) last`);
  return rows.map(({ ms, ...each }) => ({ ...each, at: new Date(ms) }));
}

export type Counted = { service?: string; environment?: string };

/** How many releases were rolled out to production in each of two spans, and which of those asked for were. */
export async function rolledOutIn(
  tx: Tx,
  tenantId: string,
  { spans, releaseIds, counted }: { spans: readonly [Span, Span]; releaseIds: readonly string[]; counted: Counted },
): Promise<(RolledOut & { span: Span })[]> {
  const ids = sql.param([...new Set(releaseIds)]);
  const both = spanOf(spans);
  const within = ({ from, until }: Span) =>
    sql`e.at >= ${from.toISOString()}::timestamptz and e.at < ${until.toISOString()}::timestamptz`;
  const found = (
    span: string,
  ): SQL => sql`(count(*) filter (where ${sql.raw(span)}))::int as ${sql.raw(`${span}_releases`)},
    coalesce(array_agg(e.release_id::text) filter (where ${sql.raw(span)} and e.release_id = any(${ids}::uuid[])), '{}')
      as ${sql.raw(`${span}_ids`)}`;
  const { rows } = await tx.execute<Rolled>(sql`
    select ${found("one")}, ${found("other")} from (
      select e.release_id, bool_or(${within(spans[0])}) as one, bool_or(${within(spans[1])}) as other
      from stage_event e
      where e.tenant_id = ${tenantId} and ${isRollout} and ${within(both)} group by e.release_id offset 0
    ) e ${itsPlace(tenantId, lastsMs(both) < LONG_MS)}
    where ${isProduction(tenantId)} and ${isCounted(tenantId, counted)}`);
  const [row] = rows;
  return [
    { span: spans[0], releases: row?.one_releases ?? 0, ids: new Set(row?.one_ids) },
    { span: spans[1], releases: row?.other_releases ?? 0, ids: new Set(row?.other_ids) },
  ];
}

type Rolled = { one_releases: number; one_ids: string[]; other_releases: number; other_ids: string[] };

const isCounted = (tenantId: string, { service, environment }: Counted): SQL => sql`
  ${service ? sql`place.service_id = (select id from service where tenant_id = ${tenantId} and slug = ${service})` : sql`true`}
  and ${environment ? sql`place.environment_id = (select id from environment where tenant_id = ${tenantId} and slug = ${environment})` : sql`true`}`;

/** The shortest that holds both. */
const spanOf = ([one, other]: readonly [Span, Span]): Span => ({
  from: new Date(Math.min(one.from.getTime(), other.from.getTime())),
  until: new Date(Math.max(one.until.getTime(), other.until.getTime())),
});
const lastsMs = ({ from, until }: Span): number => until.getTime() - from.getTime();
/** A quarter and the one before it are still short. */
const LONG_MS = 190 * 86_400_000;
