import { type SQL, sql } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { countedDays, countedSuites } from "./count-days";

/** Days of a service in an environment that one transaction counts; more of them wait for the next. */
const MOST_AT_ONCE = 1_000;
const MOST_ROUNDS = 50;

/**
 * Counts the days of a tenant that have changed and stores what it counts. Safe to run twice at once and to be cut off:
 * of two one does it, and a day stays due until the transaction that counted it has committed.
 */
export async function countDueDays(tenantId: string): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    if ((await countSome(tenantId)) < MOST_AT_ONCE) return;
  }
}

/** The newest days that are due; how many they were. */
export function countSome(tenantId: string): Promise<number> {
  return transaction({ tenantId }, async (tx) => {
    // Two at once could store an older count over a newer one.
    const { rows } = await tx.execute<{ held: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`rollups ${tenantId}`}, 0)) as held`,
    );
    if (!rows[0]?.held) return 0;
    const days = await takeDue(tx, tenantId);
    if (days.length > 0) await store(tx, tenantId, days);
    return days.length;
  });
}

type DueDay = { day: string; serviceId: string; environmentId: string };

/** Takes away the marks that this statement sees. What is written later brings its own, and is counted again. */
async function takeDue(tx: Tx, tenantId: string): Promise<DueDay[]> {
  const { rows } = await tx.execute<DueDay>(sql`
    with due as (
      select distinct day, service_id, environment_id from rollup_due where tenant_id = ${tenantId}
      order by day desc, service_id desc, environment_id desc limit ${MOST_AT_ONCE}
    ), taken as (
      delete from rollup_due r using due where r.tenant_id = ${tenantId} and r.day = due.day
        and r.service_id = due.service_id and r.environment_id = due.environment_id
    )
    select day::text, service_id as "serviceId", environment_id as "environmentId" from due`);
  return rows;
}

async function store(tx: Tx, tenantId: string, days: readonly DueDay[]): Promise<void> {
  const slice = slicesOf(days);
  const isOfSlice = sql`tenant_id = ${tenantId}
    and (day, service_id, environment_id) in (select day, service_id, environment_id from slice)`;
  await tx.execute(sql`with ${slice} delete from readiness_day where ${isOfSlice}`);
  await tx.execute(sql`with ${slice} delete from suite_day where ${isOfSlice}`);
  await tx.execute(sql`with ${slice}
    insert into readiness_day (tenant_id, day, service_id, environment_id, first_evaluations, first_approvals, runs,
      runs_passed, releases, deployments, lead_times)
    select ${tenantId}, day, service_id, environment_id, first_evaluations, first_approvals, runs, runs_passed, releases,
      deployments, lead_times
    from (${countedDays(tenantId)}) counted where first_evaluations + runs + releases + deployments > 0`);
  await tx.execute(sql`with ${slice}
    insert into suite_day (tenant_id, day, service_id, environment_id, suite, runs, passed, executed, flaky, durations)
    select ${tenantId}, day, service_id, environment_id, suite, runs, passed, executed, flaky, durations
    from (${countedSuites(tenantId)}) counted`);
}

function slicesOf(days: readonly DueDay[]): SQL {
  const list = (pick: (day: DueDay) => string) => sql.param(days.map(pick));
  return sql`slice as materialized (
    select 0 as stretch, day, service_id, environment_id, day::timestamp at time zone 'UTC' as from_at,
      (day + 1)::timestamp at time zone 'UTC' as until_at
    from unnest(${list(({ day }) => day)}::date[], ${list(({ serviceId }) => serviceId)}::uuid[],
      ${list(({ environmentId }) => environmentId)}::uuid[]) due (day, service_id, environment_id))`;
}
