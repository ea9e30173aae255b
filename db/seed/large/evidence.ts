import { type SQL, sql } from "drizzle-orm";
import { byPipeline, drawn, idAt } from "./drawn";
import { type LargePlan, presentOf } from "./plan";

/** Suite, usual length in seconds, tests. */
const SUITES = sql`(values (1, 'unit', 70, 1300), (2, 'integration', 340, 260), (3, 'end-to-end', 650, 66),
  (4, 'performance', 660, 18), (5, 'security', 105, 6)) suites (place, name, usual, total)`;

/** One for each readiness run: of a run that failed, one suite did. */
export const writeScorecards = ({ tenantId }: LargePlan): SQL => sql`
  insert into scorecard (tenant_id, id, service_id, environment_id, commit, run_id, digest, overall_passed, document,
    model, generated_at, received_at, by_kind, by_id, by_name)
  select ${tenantId}, ${idAt(sql`at`, sql`'large run ' || n || ' ' || run`)}, service_id, environment_id, commit,
    'large-' || n || '-' || run, 'sha256:' || encode(sha256(convert_to(suites::text, 'UTF8')), 'hex'), passed,
    facts || jsonb_build_object('run_id', 'large-' || n || '-' || run, 'overall_passed', passed, 'generated_at', at_text,
      'suites', (select jsonb_agg(jsonb_build_object('name', s -> 'name', 'status', s -> 'status', 'duration',
        s -> 'durationSeconds', 'tests', s -> 'tests')) from jsonb_array_elements(suites) s)),
    facts || jsonb_build_object('runId', 'large-' || n || '-' || run, 'overallPassed', passed, 'generatedAt', at_text,
      'waivers', '[]'::jsonb, 'suites', suites),
    at, at + interval '2 seconds', ${byPipeline}
  from (
    select p.n, p.service_id, p.environment_id, p.commit, r.run, r.passed, r.at,
      to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at_text,
      jsonb_build_object('release', p.version, 'commit', p.commit, 'environment', e.slug, 'owner', 'platform') as facts,
      (select jsonb_agg(${suiteModel} order by place) from ${SUITES},
        lateral (select not r.passed and place = 1 + floor(3 * ${drawn(30, sql`p.n`)})::int as fails) missed,
        lateral (select floor(total * 0.04 * ${drawn(31, sql`p.n * 16 + r.run * 8 + place`)} ^ 5)::int as flaky) unsteady,
        lateral (select case when fails then greatest(1, floor(total * 0.05))::int else 0 end as failed) broken) as suites
    from ran r join planned p on p.n = r.n
    join environment e on e.tenant_id = ${tenantId} and e.id = p.environment_id
    -- Else the suites would be made anew wherever they are named above.
    offset 0
  ) runs order by at`;

const suiteModel = sql`jsonb_build_object('name', name, 'status', case when fails then 'failed' else 'passed' end,
  'durationSeconds', round((usual * (0.8 + 0.5 * ${drawn(32, sql`p.n * 16 + r.run * 8 + place`)}))::numeric, 1),
  'tests', jsonb_build_object('total', total, 'passed', total - failed, 'failed', failed, 'skipped', 0, 'flaky', flaky),
  'successRate', round((total - failed)::numeric / total, 4), 'flakeRate', round(flaky::numeric / total, 4),
  'latencyP50Ms', null, 'latencyP95Ms', case when name = 'performance' then 150 end, 'latencyP99Ms', null,
  'errorRate', null, 'vulnerabilities', case when name = 'security' then
    jsonb_build_object('critical', 0, 'high', 0, 'medium', 0, 'low', 2) end,
  'findings', '[]'::jsonb, 'costUsd', null, 'violations', '[]'::jsonb, 'artifacts', '[]'::jsonb)`;

/** Monthly where something runs in production; here and there the last one failed, or is long ago. */
export const writeRehearsals = (plan: LargePlan): SQL => sql`
  insert into rehearsal (tenant_id, id, service_id, environment_id, kind, outcome, started_at, finished_at, from_version,
    to_version, participants, gaps, remediation, remediated_at, remediated_by_name, recorded_at, by_kind, by_id, by_name)
  select ${plan.tenantId}, ${idAt(sql`at`, sql`'large rehearsal ' || n`)}, service_id, environment_id, 'rollback', outcome,
    at - interval '40 minutes', at, 'current', 'previous', '["Lena Large"]', '[]',
    case when outcome = 'failed' and not is_open then 'The missing permission was given.' end,
    case when outcome = 'failed' and not is_open then least(at + interval '2 days', ${presentOf(plan)}) end,
    case when outcome = 'failed' and not is_open then 'Lena Large' end, at, ${byPipeline}
  from (
    select n, service_id, environment_id, at, case when ${drawn(40)} < 0.06 then 'failed' else 'passed' end as outcome,
      ago = 0 and ${drawn(41)} < 0.3 as is_open
    from (
      select s.id as service_id, e.id as environment_id, ago, row_number() over (order by s.slug, e.slug, ago) as n,
        date_trunc('milliseconds', ${presentOf(plan)} - (ago * 28 + 1
          + floor(20 * ${drawn(42, sql`hashtext(s.slug || ago)`)})) * interval '1 day') as at
      from service s join environment e on e.tenant_id = s.tenant_id and e.is_production,
        generate_series(0, 60) ago
      where s.tenant_id = ${plan.tenantId} and (ago > 1 or ${drawn(43, sql`hashtext(s.slug)`)} > 0.12)
    ) drills where at > ${plan.from.toISOString()}::timestamptz
  ) rehearsals order by at`;
