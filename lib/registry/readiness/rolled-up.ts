import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Span } from "@/lib/core/period";
import { dayText, partialDays } from "@/lib/core/readiness/stretches";
import { countedDays, countedSuites } from "./count-days";
import type { RollupState } from "./view";

/** Ids of what is counted; left out: all. */
export type Places = { serviceId?: string; environmentIds?: readonly string[] };
/** `spans` follow each other without a gap, the first one first. */
export type Ask = { tenantId: string; spans: readonly Span[]; places: Places };

/** Waiting days that a reader counts itself; the marks of a minute are far fewer. */
export const MOST_COUNTED_ANEW = 500;

const READINESS = {
  table: sql`readiness_day`,
  columns: sql`first_evaluations, first_approvals, runs, runs_passed, releases, deployments, lead_times`,
  counted: countedDays,
};
const SUITES = {
  table: sql`suite_day`,
  columns: sql`suite, runs, passed, executed, flaky, durations`,
  counted: countedSuites,
};

/** CTEs of which `rolled (stretch, service_id, environment_id, …)` is what `readiness_day` says of the spans, exactly. */
export const rolledReadiness = (ask: Ask): SQL => rolledUp(ask, READINESS);
/** The same of `suite_day`. */
export const rolledSuites = (ask: Ask): SQL => rolledUp(ask, SUITES);

/**
 * Whole days as they are stored, and counted anew in the same statement, so of the same instant: days that wait, and
 * those that a span holds only a part of.
 */
function rolledUp(ask: Ask, { table, columns, counted }: typeof READINESS): SQL {
  const { tenantId, spans, places } = ask;
  const partial = sql`${sql.param(partialDays(spans))}::date[]`;
  const within = sql`tenant_id = ${tenantId} and ${daysOf(spans)} and ${inPlaces(places)}`;
  const froms = sql`${sql.param(spans.map(({ from }) => from.toISOString()))}::timestamptz[]`;
  return sql`due as materialized (
    select distinct day, service_id, environment_id from rollup_due where ${within}
    order by day desc, service_id desc, environment_id desc limit ${MOST_COUNTED_ANEW}
  ), anew as (
    select day, service_id, environment_id from due
    union select day, service_id, environment_id from readiness_day where ${within} and day = any(${partial})
  ), slice as materialized (
    select span.stretch, day, service_id, environment_id,
      greatest(day::timestamp at time zone 'UTC', span.from_at) as from_at,
      least((day + 1)::timestamp at time zone 'UTC', span.until_at) as until_at
    from anew join ${spanTable(spans)} on span.from_at < (day + 1)::timestamp at time zone 'UTC'
      and span.until_at > day::timestamp at time zone 'UTC'
  ), rolled as (
    select stretch, service_id, environment_id, ${columns} from (${counted(tenantId)}) fresh
    union all
    select width_bucket(day::timestamp at time zone 'UTC', ${froms}) - 1, service_id, environment_id, ${columns}
    from ${table} kept where ${within} and day <> all(${partial})
      and not exists (select 1 from due where due.day = kept.day and due.service_id = kept.service_id
        and due.environment_id = kept.environment_id)
  )`;
}

function spanTable(spans: readonly Span[]): SQL {
  const rows = spans.map(
    ({ from, until }, index) =>
      sql`(${index}::int, ${from.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz)`,
  );
  return sql`(values ${sql.join(rows, sql`, `)}) span (stretch, from_at, until_at)`;
}

/** From the first day of the first span to the last of the last. */
function daysOf(spans: readonly Span[]): SQL {
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return sql`false`;
  const until = new Date(last.until.getTime() - 1);
  return sql`day between ${dayText(first.from)}::date and ${dayText(until)}::date`;
}

function inPlaces({ serviceId, environmentIds }: Places): SQL {
  const service = serviceId ? sql`service_id = ${serviceId}` : sql`true`;
  return environmentIds ? sql`${service} and environment_id = any(${sql.param([...environmentIds])}::uuid[])` : service;
}

/** How many days of what is asked for wait to be counted. */
export async function rollupState(tx: Tx, { tenantId, spans, places }: Ask): Promise<RollupState> {
  const { rows } = await tx.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from (
      select distinct day, service_id, environment_id from rollup_due
      where tenant_id = ${tenantId} and ${daysOf(spans)} and ${inPlaces(places)}
    ) due`);
  const waiting = rows[0]?.waiting ?? 0;
  return { waiting, isWhole: waiting <= MOST_COUNTED_ANEW };
}
