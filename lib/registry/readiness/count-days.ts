import { type SQL, sql } from "drizzle-orm";

/**
 * What the roll-ups hold, counted from the records of fact. Both queries need a CTE
 * `slice (stretch, day, service_id, environment_id, from_at, until_at)`: what to count, a day (UTC) or a part of one.
 * They are the only place that counts: the sweep stores what they give, and readers count with them what waits.
 */
export const countedDays = (tenantId: string): SQL => sql`
  with firsts as materialized (${firstDecisions(tenantId)})
  select s.stretch, s.day, s.service_id, s.environment_id, coalesce(f.first_evaluations, 0) as first_evaluations,
    coalesce(f.first_approvals, 0) as first_approvals, run.runs, run.runs_passed, born.releases, out.deployments,
    out.lead_times
  from slice s
  cross join lateral (
    select count(*)::int as runs, (count(*) filter (where x.overall_passed))::int as runs_passed
    from scorecard x where x.tenant_id = ${tenantId} and x.service_id = s.service_id
      and x.environment_id = s.environment_id and x.generated_at >= s.from_at and x.generated_at < s.until_at
  ) run
  cross join lateral (
    select count(*)::int as releases from release x where x.tenant_id = ${tenantId} and x.service_id = s.service_id
      and x.environment_id = s.environment_id and x.created_at >= s.from_at and x.created_at < s.until_at
  ) born
  cross join lateral (
    select count(*)::int as deployments, coalesce(array_agg(x.lead_time_seconds order by x.released_at, x.id)
        filter (where x.lead_time_seconds is not null), '{}') as lead_times
    from release x where x.tenant_id = ${tenantId} and x.service_id = s.service_id
      and x.environment_id = s.environment_id and x.released_at >= s.from_at and x.released_at < s.until_at
  ) out
  left join firsts f on f.stretch = s.stretch and f.day = s.day
    and f.service_id = s.service_id and f.environment_id = s.environment_id`;

/**
 * By days first, since a decision knows its release only: each one of a day is looked at once, whatever its service and
 * however many services are asked for. Services that were not asked for fall away when it is joined. `offset 0` and the
 * comparison with the first one keep to the two indexes that serve them; else whole tables would be joined.
 */
const firstDecisions = (tenantId: string): SQL => sql`
  select w.stretch, w.day, r.service_id, r.environment_id, count(*)::int as first_evaluations,
    (count(*) filter (where first.verdict = 'approve'))::int as first_approvals
  from (select distinct stretch, day, from_at, until_at from slice) w
  cross join lateral (
    select d.release_id, d.verdict from decision d
    where d.tenant_id = ${tenantId} and d.decided_at >= w.from_at and d.decided_at < w.until_at
      and d.id = (select e.id from decision e where e.tenant_id = ${tenantId} and e.release_id = d.release_id
        order by e.decided_at, e.id limit 1)
    offset 0
  ) first
  cross join lateral (
    select x.service_id, x.environment_id from release x where x.tenant_id = ${tenantId} and x.id = first.release_id
    offset 0
  ) r
  group by 1, 2, 3, 4`;

/** Of each suite, without those that were skipped: they did not run. */
export const countedSuites = (tenantId: string): SQL => sql`
  select s.stretch, s.day, s.service_id, s.environment_id, each.suite ->> 'name' as suite, count(*)::int as runs,
    (count(*) filter (where each.suite ->> 'status' = 'passed'))::int as passed,
    coalesce(sum((tests.counts ->> 'passed')::bigint + (tests.counts ->> 'failed')::bigint), 0)::bigint as executed,
    coalesce(sum((tests.counts ->> 'flaky')::bigint), 0)::bigint as flaky,
    coalesce(array_agg((each.suite ->> 'durationSeconds')::float8 order by x.generated_at, x.id)
      filter (where each.suite ->> 'durationSeconds' is not null), '{}') as durations
  from slice s
  join scorecard x on x.tenant_id = ${tenantId} and x.service_id = s.service_id
    and x.environment_id = s.environment_id and x.generated_at >= s.from_at and x.generated_at < s.until_at
  cross join lateral jsonb_array_elements(x.model -> 'suites') each (suite)
  cross join lateral (select each.suite -> 'tests') tests (counts)
  where each.suite ->> 'status' <> 'skipped'
  group by 1, 2, 3, 4, 5`;
