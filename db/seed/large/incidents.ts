import { type SQL, sql } from "drizzle-orm";
import { byPipeline, drawn, idAt, seconds } from "./drawn";
import { type LargePlan, presentOf } from "./plan";

/** CTEs that write them: after rollouts that were rolled back, and now and then without one. They follow the numbers that there are. */
export const incidentInserts = (plan: LargePlan): SQL => sql`
  troubled as (
    select n, service_id, date_trunc('milliseconds', out_at + ${seconds(sql`600 + 6000 * ${drawn(50)}`)}) as at,
      case when ${drawn(51)} < 0.15 then 'sev1' when ${drawn(51)} < 0.55 then 'sev2' else 'sev3' end as severity,
      floor(900 + 30000 * ${drawn(52)} ^ 3) as lasted
    from planned
    where is_production and (outcome = 'rolled_back' or (outcome = 'archived' and ${drawn(53)} < 0.012))
  ), known as (select coalesce(max(number), 0) as last from incident where tenant_id = ${plan.tenantId}),
  incidents as (
    insert into incident (tenant_id, id, number, service_id, severity, state, title, impact, started_at, detected_at,
      declared_at, acknowledged_at, mitigated_at, resolved_at, closed_at, by_kind, by_id, by_name)
    select ${plan.tenantId}, ${idAt(sql`at`, sql`'large incident ' || n`)}, known.last + row_number() over (order by at, n),
      service_id, severity, case when over_at > ${presentOf(plan)} then 'acknowledged'
        when over_at > ${presentOf(plan)} - interval '3 days' then 'resolved' else 'closed' end,
      'Errors after a rollout', 'Some requests fail.', at - interval '3 minutes', at, at, at + interval '4 minutes',
      case when over_at <= ${presentOf(plan)} then at + ${seconds(sql`lasted * 0.6`)} end,
      case when over_at <= ${presentOf(plan)} then over_at end,
      case when over_at <= ${presentOf(plan)} - interval '3 days' then over_at + interval '2 days' end, ${byPipeline}
    from (select *, date_trunc('milliseconds', at + ${seconds(sql`lasted`)}) as over_at from troubled) t, known
    where at <= ${presentOf(plan)} order by at returning tenant_id, id, service_id
  ), affected as (
    insert into incident_service (tenant_id, incident_id, service_id) select tenant_id, id, service_id from incidents
  )`;

/** Two for each incident that is over and was worse than Sev3. Nearly all were done in time. */
export const writeActionItems = (plan: LargePlan, owner: { id: string; name: string }): SQL => sql`
  insert into action_item (tenant_id, id, title, detail, origin_kind, origin_id, origin_item, service_id, owner_id,
    owner_name, due_at, state, opened_at, closed_at, closed_by_name, closing_note, by_kind, by_id, by_name)
  select ${plan.tenantId}, ${idAt(sql`opened_at`, sql`'large item ' || number || ' ' || item`)}, title, 'Follows from INC-' || number || '.',
    'incident', id, item::text, service_id, ${owner.id}, ${owner.name}, due_at, case when is_done then 'done' else 'open' end,
    opened_at, case when is_done then closed_at end, case when is_done then ${owner.name} end,
    case when is_done then 'Done.' end, ${byPipeline}
  from (
    select *, closed_at <= ${presentOf(plan)} and not forgotten as is_done from (
      select i.id, i.number, i.service_id, item, items.title, i.resolved_at as opened_at,
        i.resolved_at + case i.severity when 'sev1' then interval '15 days' else interval '30 days' end as due_at,
        date_trunc('milliseconds', i.resolved_at + ${seconds(sql`86400 * (1 + 16 * ${drawn(60, sql`i.number * 4 + item`)})`)}) as closed_at,
        ${drawn(61, sql`i.number * 4 + item`)} < 0.02 as forgotten
      from incident i, (values (1, 'Add an alert'), (2, 'Add a test')) items (item, title)
      where i.tenant_id = ${plan.tenantId} and i.severity <> 'sev3' and i.resolved_at is not null
    ) planned_items
  ) items order by opened_at`;
