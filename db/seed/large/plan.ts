import { type SQL, sql } from "drizzle-orm";
import { drawn, idAt, seconds } from "./drawn";

export type LargePlan = {
  tenantId: string;
  releases: number;
  /** When the first release was created, and the present. */
  from: Date;
  until: Date;
};
/** Numbers of releases, both ends included. */
export type Batch = { first: number; last: number };

const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;
export const presentOf = ({ until }: LargePlan): SQL => instant(until);

/**
 * CTEs that decide everything about some releases: `planned`, with the times at which a release is settled, is out and
 * has ended, be they past or to come, and of what has happened by now `happened` (stages), `judged` (decisions) and
 * `ran` (readiness runs).
 */
export const plannedBatch = (plan: LargePlan, batch: Batch): SQL => sql`
  planned as materialized (${planReleases(plan, batch)}),
  happened as materialized (${stagesUntil(plan)}),
  judged as materialized (${decisionsUntil(plan)}),
  ran as materialized (${runsUntil(plan)})`;

const planReleases = (plan: LargePlan, { first, last }: Batch): SQL => sql`
  select n, ${idAt(sql`created_at`, sql`'large release ' || n`)} as id, service_id, environment_id, is_production, created_at,
    lasts, created_at + ${seconds(sql`lasts`)} as settle_at, created_at + ${seconds(sql`lasts + rollout`)} as out_at,
    created_at + ${seconds(sql`lasts + rollout + case when outcome = 'rolled_back' then 7200 else 86400 end`)} as end_at,
    outcome, fails_first, to_char(created_at at time zone 'UTC', 'YYYY.MM.DD') || '-' || n as version, md5('commit ' || n) || substr(md5('c' || n), 1, 8) as commit
  from (
    select n, date_trunc('milliseconds', ${instant(plan.from)} + (n - ${drawn(1)}) / ${plan.releases}
        * (${instant(plan.until)} - ${instant(plan.from)})) as created_at,
      floor(3600 * (6 + 60 * ${drawn(2)} ^ 2) * case when ${drawn(3)} < 0.01 then 8 else 1 end) as lasts,
      floor(600 + 4800 * ${drawn(4)}) as rollout, ${drawn(5)} < 0.22 as fails_first,
      case when ${drawn(6)} < 0.84 then 'archived' when ${drawn(6)} < 0.88 then 'rolled_back'
        when ${drawn(6)} < 0.95 then 'aborted' else 'rejected' end as outcome,
      services.ids[1 + floor(array_length(services.ids, 1) * ${drawn(7)} ^ 1.4)::int] as service_id,
      case when ${drawn(8)} < 0.45 then 'production' when ${drawn(8)} < 0.65 then 'preprod' else 'staging' end as place
    from generate_series(${first}::int, ${last}::int) n,
      (select array_agg(id order by slug) as ids from service where tenant_id = ${plan.tenantId}) services
  ) drawn
  join (select id as environment_id, slug, is_production from environment where tenant_id = ${plan.tenantId}) places
    on places.slug = drawn.place`;

/** Share of the time until it is settled at which a release reaches each stage. */
const stagesUntil = (plan: LargePlan): SQL => sql`
  select n, place, stage, status, date_trunc('milliseconds', at) as at from (
    select n, place, stage, 'succeeded' as status, created_at + ${seconds(sql`lasts * share`)} as at
    from planned, (values (1, 'candidate', 0), (2, 'build', 0.08), (3, 'readiness', 0.5), (4, 'staging', 0.6),
      (5, 'approval', 0.8)) stages (place, stage, share)
    where outcome <> 'aborted' or share < 0.2 + 0.5 * ${drawn(9)}
    union all select n, 6, 'production', 'running', settle_at from planned where outcome in ('archived', 'rolled_back')
    union all select n, 7, 'production', 'succeeded', out_at from planned where outcome in ('archived', 'rolled_back')
    union all select n, 8, outcome, 'succeeded', case when outcome in ('archived', 'rolled_back') then end_at else settle_at end
      from planned
  ) stages where at <= ${presentOf(plan)}`;

/** One after the first run, another where that did not approve, and one before the rollout. */
const decisionsUntil = (plan: LargePlan): SQL => sql`
  select n, attempt, verdict, date_trunc('milliseconds', at) as at from (
    select n, 1 as attempt, created_at + ${seconds(sql`lasts * 0.5`)} as at, outcome,
      case when not fails_first then 'approve' when ${drawn(10)} < 0.5 then 'waiver_required' else 'reject' end as verdict
    from planned
    union all select n, 2, created_at + ${seconds(sql`lasts * 0.7`)}, outcome,
      case when outcome = 'rejected' then 'reject' when ${drawn(11)} < 0.1 then 'waiver_required' else 'approve' end
    from planned where outcome = 'rejected' or (fails_first and outcome <> 'aborted')
    union all select n, 3, settle_at - interval '1 minute', outcome, 'approve'
    from planned where outcome in ('archived', 'rolled_back')
  ) decisions where at <= ${presentOf(plan)}
    and (outcome <> 'aborted' or exists (select 1 from happened where happened.n = decisions.n and stage = 'readiness'))`;

const runsUntil = (plan: LargePlan): SQL => sql`
  select n, run, passed, date_trunc('milliseconds', at) as at from (
    select n, 1 as run, not fails_first as passed, created_at + ${seconds(sql`lasts * 0.3`)} as at from planned
    union all select n, 2, outcome <> 'rejected', created_at + ${seconds(sql`lasts * 0.65`)} from planned
    where outcome <> 'aborted' and (fails_first or outcome = 'rejected' or ${drawn(12)} < 0.15)
  ) runs where at <= ${presentOf(plan)}`;
