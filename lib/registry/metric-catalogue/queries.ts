import { and, asc, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { service } from "@/db/schema/catalog";
import { metricCatalogue } from "@/db/schema/catalogue";
import type { Actor } from "@/lib/core/access";
import { GATE_METRICS } from "@/lib/core/metrics/schema";
import { likePattern } from "../like";
import { read } from "../read";

export type MetricView = {
  id: string;
  service: string;
  name: string;
  unit: string | null;
  owner: string;
  runbookUrl: string | null;
  description: string | null;
};
export type MetricFilter = { service?: string; q?: string };
export type MetricPage = { items: MetricView[]; next: string | null };

const PAGE_SIZE = 100;
/** Snapshots of each service that are looked through for names, the latest ones. */
const LATEST_SNAPSHOTS = 20;
const MOST_NAMES = 200;

/** The metric catalogue by service and name. `after` is what `next` gave. */
export async function listMetrics(
  actor: Actor,
  { service: slug, q, after }: MetricFilter & { after?: string },
): Promise<MetricPage> {
  return read(actor, async (tx) => {
    const rows = await tx
      .select({ it: metricCatalogue, slug: service.slug })
      .from(metricCatalogue)
      .innerJoin(
        service,
        and(eq(service.tenantId, metricCatalogue.tenantId), eq(service.id, metricCatalogue.serviceId)),
      )
      .where(and(eq(metricCatalogue.tenantId, actor.tenantId), matching(slug, q), beyond(after)))
      .orderBy(asc(service.slug), asc(metricCatalogue.name))
      .limit(PAGE_SIZE + 1);
    const items = rows.slice(0, PAGE_SIZE).map(({ it, slug: of }) => ({
      ...{ id: it.id, service: of, name: it.name, unit: it.unit, owner: it.owner },
      ...{ runbookUrl: it.runbookUrl, description: it.description },
    }));
    const last = items.at(-1);
    return { items, next: rows.length > PAGE_SIZE && last ? `${last.service} ${last.name}` : null };
  });
}

function matching(slug: string | undefined, q: string | undefined): SQL | undefined {
  const found = q ? likePattern(q) : undefined;
  return and(
    slug ? eq(service.slug, slug) : undefined,
    found ? or(ilike(metricCatalogue.name, found), ilike(metricCatalogue.owner, found)) : undefined,
  );
}

/** A slug holds no space, so the first one ends it. */
function beyond(after: string | undefined): SQL | undefined {
  const space = after?.indexOf(" ") ?? -1;
  if (!after || space < 1) return undefined;
  return sql`(${service.slug}, ${metricCatalogue.name}) > (${after.slice(0, space)}, ${after.slice(space + 1)})`;
}

export type SeenMetric = { service: string; name: string };

/** Names in the latest snapshots of each service that have no entry yet, but those that every gate reads. */
export async function uncataloguedMetrics(actor: Actor, { service: slug }: MetricFilter): Promise<SeenMetric[]> {
  return read(actor, async (tx) => {
    const gate = sql.join(
      GATE_METRICS.map((name) => sql`${name}`),
      sql`, `,
    );
    const { rows } = await tx.execute<SeenMetric>(
      sql`select distinct s.slug as service, k.name from service s
        cross join lateral (select values from metrics_snapshot m
          where m.tenant_id = s.tenant_id and m.service_id = s.id
          order by m.taken_at desc, m.id desc limit ${LATEST_SNAPSHOTS}) latest
        cross join lateral jsonb_object_keys(latest.values) as k(name)
        where s.tenant_id = ${actor.tenantId} and k.name not in (${gate})
          ${slug ? sql`and s.slug = ${slug}` : sql.empty()}
          and not exists (select 1 from metric_catalogue c
            where c.tenant_id = s.tenant_id and c.service_id = s.id and c.name = k.name)
        order by 1, 2 limit ${MOST_NAMES}`,
    );
    return rows.map(({ service: of, name }) => ({ service: of, name }));
  });
}
