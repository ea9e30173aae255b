import { type SQL, sql } from "drizzle-orm";
import { byPipeline, drawn, idAt, seconds } from "./drawn";
import { type LargePlan, presentOf } from "./plan";
import { sampleVerdicts } from "./verdicts";

/** Each release as its last stage and its last decision left it. */
export const writeReleases = ({ tenantId }: LargePlan): SQL => sql`
  insert into release (tenant_id, id, service_id, environment_id, version, commit, stage, stage_status, created_at,
    ended_at, settled_at, last_verdict, last_decision_id, last_decided_at, production_started_at, production_decision_id,
    released_at, lead_time_seconds, by_kind, by_id, by_name)
  select ${tenantId}, p.id, p.service_id, p.environment_id, p.version, p.commit, now.stage, now.status, p.created_at,
    case when now.place = 8 then now.at end, case when now.place >= 6 then least(went.started_at, now.at) end,
    last.verdict, ${decisionId(sql`last.at`, sql`last.n`, sql`last.attempt`)}, last.at, went.started_at,
    case when went.started_at is not null then ${decisionId(sql`last.at`, sql`last.n`, sql`last.attempt`)} end,
    went.out_at, floor(extract(epoch from went.out_at - p.created_at))::int, ${byPipeline}
  from planned p
  join (select distinct on (n) * from happened order by n, place desc) now on now.n = p.n
  left join (select distinct on (n) * from judged order by n, attempt desc) last on last.n = p.n
  left join (
    select n, min(at) filter (where place = 6) as started_at, min(at) filter (where place = 7) as out_at
    from happened where stage = 'production' group by n
  ) went on went.n = p.n
  order by p.n`;

const decisionId = (at: SQL, n: SQL, attempt: SQL): SQL =>
  idAt(at, sql`'large decision ' || ${n} || ' ' || ${attempt}`);

export const writeStages = ({ tenantId }: LargePlan): SQL => sql`
  insert into stage_event (tenant_id, id, release_id, stage, status, at, by_kind, by_id, by_name)
  select ${tenantId}, ${idAt(sql`h.at`, sql`'large stage ' || h.n || ' ' || h.place`)}, p.id, h.stage, h.status, h.at,
    ${byPipeline}
  from happened h join planned p on p.n = h.n order by h.at`;

/** With the whole verdict, as the gate gives it for evidence of that kind. */
export function writeDecisions({ tenantId }: LargePlan): SQL {
  const bodies = sampleVerdicts();
  const rows = Object.entries(bodies).map(([verdict, body]) => sql`(${verdict}, ${JSON.stringify(body)}::jsonb)`);
  return sql`
    insert into decision (tenant_id, id, release_id, verdict, body, policy_version, policy_digest, facts_digest, trace_id,
      decided_at, by_kind, by_id, by_name)
    select ${tenantId}, ${decisionId(sql`j.at`, sql`j.n`, sql`j.attempt`)}, p.id, j.verdict,
      bodies.body || jsonb_build_object('at', to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
      1, bodies.body ->> 'policyDigest', bodies.body ->> 'factsDigest', md5('trace ' || j.n || j.attempt), j.at, ${byPipeline}
    from judged j join planned p on p.n = j.n
    join (values ${sql.join(rows, sql`, `)}) bodies (verdict, body) on bodies.verdict = j.verdict
    order by j.at`;
}

/** For what a waiver was required once; the last weeks' are still in force. */
export const writeWaivers = (plan: LargePlan, grantedBy: { id: string; name: string; email: string }): SQL => sql`
  insert into waiver (tenant_id, id, service_id, release_id, check_id, justification, mitigation, expires_at, granted_at,
    granted_by_id, granted_by_name, granted_by_email, granted_role, revoked_at, revoked_by_name, revoked_reason)
  select ${plan.tenantId}, ${idAt(sql`at`, sql`'large waiver ' || n`)}, service_id, id, 'integration.success_rate',
    'Two tests of a partner''s sandbox fail while it is being moved.', 'The partner''s own checks were run by hand.',
    at + ${seconds(sql`86400 * (5 + floor(25 * ${drawn(21)}))`)}, at, ${grantedBy.id}, ${grantedBy.name}, ${grantedBy.email},
    'change-board', case when is_revoked then at + interval '1 hour' end,
    case when is_revoked then ${grantedBy.name} end, case when is_revoked then 'The sandbox is back.' end
  from (
    select p.n, p.id, p.service_id, j.at + interval '20 minutes' as at, ${drawn(22, sql`p.n`)} < 0.05 as is_revoked
    from planned p join judged j on j.n = p.n and j.verdict = 'waiver_required' where ${drawn(20, sql`p.n`)} < 0.1
  ) granted where not is_revoked or at + interval '1 hour' <= ${presentOf(plan)}`;
