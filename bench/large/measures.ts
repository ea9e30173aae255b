import { sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import { periodOf, type Span } from "@/lib/core/period";
import { dayStretches } from "@/lib/core/readiness/stretches";
import { encodeCursor } from "@/lib/registry/cursor";
import { incidentAnalytics } from "@/lib/registry/incident/analytics";
import { latestVerdicts } from "@/lib/registry/overview/latest-verdicts";
import { countedDays, countedSuites } from "@/lib/registry/readiness/count-days";
import { doraKeys, leadingNumbers, readinessTrend, suiteTrends, waiverOutlook } from "@/lib/registry/readiness/queries";
import { freshnessByService } from "@/lib/registry/rehearsal/freshness";
import { listReleases } from "@/lib/registry/release/queries";

/** `raw`: the same counted from the records of fact, to hold the roll-ups against. */
export type Measure = { name: string; run: () => Promise<unknown>; raw?: () => Promise<unknown> };

export function measuresOf(actor: Actor, middle: { at: string; id: string }): Measure[] {
  return [...lists(actor, encodeCursor(middle)), ...overview(actor)];
}

const lists = (actor: Actor, after: string): Measure[] => [
  { name: "releases: first page", run: () => listReleases(actor, {}) },
  { name: "releases: on their way, approved", run: () => listReleases(actor, { open: true, verdict: "approve" }) },
  {
    name: "releases: of a service, rejected",
    run: () => listReleases(actor, { service: "service-007", verdict: "reject" }),
  },
  { name: "releases: version contains", run: () => listReleases(actor, { version: "-77" }) },
  { name: "releases: a page in the middle", run: () => listReleases(actor, {}, { after }) },
];

const overview = (actor: Actor): Measure[] => [
  ...["90d", "365d"].flatMap((period) => [
    { name: `five numbers, ${period}`, run: () => leadingNumbers(actor, { period }) },
    {
      name: `readiness trend, ${period}`,
      run: () => readinessTrend(actor, { period }),
      raw: () => fromRecords(actor, period, countedDays),
    },
    {
      name: `suite trends, ${period}`,
      run: () => suiteTrends(actor, { period }),
      raw: () => fromRecords(actor, period, countedSuites),
    },
    { name: `DORA's keys, ${period}`, run: () => doraKeys(actor, { period }) },
    { name: `incident analytics, ${period}`, run: () => incidentAnalytics(actor, { period }) },
  ]),
  { name: "trend of one service, 90d", run: () => readinessTrend(actor, { service: "service-007" }) },
  { name: "waivers by expiry", run: () => waiverOutlook(actor, {}) },
  { name: "rehearsal freshness", run: () => freshnessByService(actor) },
  { name: "latest verdicts", run: () => latestVerdicts(actor) },
];

/** The counting query over every place and stretch, as if nothing had been counted before. */
async function fromRecords({ tenantId }: Actor, period: string, counted: typeof countedDays): Promise<unknown> {
  const span = periodOf(period, new Date());
  if (!span) throw new Error(`There is no period ${period}.`);
  return transaction({ tenantId }, (tx) =>
    tx.execute(sql`with slice as materialized (
        select span.stretch, (span.from_at at time zone 'UTC')::date as day, s.id as service_id, e.id as environment_id, span.from_at, span.until_at
        from service s, environment e, (values ${stretchRows(dayStretches(span))}) span (stretch, from_at, until_at)
        where s.tenant_id = ${tenantId} and e.tenant_id = ${tenantId}
      )
      select stretch, service_id, sum(runs) from (${counted(tenantId)}) counted group by 1, 2`),
  );
}

const stretchRows = (spans: readonly Span[]) =>
  sql.join(
    spans.map(
      ({ from, until }, index) =>
        sql`(${index}::int, ${from.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz)`,
    ),
    sql`, `,
  );
