import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import type { CommitRuns } from "@/lib/core/test-results/flakiness";

/** How a test ended since an instant. `commits` are those with a run that counts as flaky, one by environment. */
export type CountedTest = {
  id: string;
  runs: number;
  failedRuns: number;
  commits: (CommitRuns & { lastFlakyAt: string })[];
};
type Wanted = { since: Date; service?: string; suite?: string; testCaseId?: string };

/**
 * Counts of every test with a run that counts as flaky since then; of one named test, whatever they are. Nearly all
 * results are passes: only tests with a failure or a flake (a partial index) are counted at all. The conditions below
 * leave out what `flakyRunsOf` would find to be nothing; the rule itself is the core's.
 */
export async function countsOfTests(tx: Tx, actor: Actor, wanted: Wanted): Promise<CountedTest[]> {
  const since = sql`${wanted.since.toISOString()}::timestamptz`;
  const { rows } = await tx.execute<CountedTest>(sql`
    with wanted as materialized (${wanted.testCaseId ? one(wanted.testCaseId) : unsettled(actor, wanted, since)}),
    by_commit as (
      select r.test_case_id, count(*) filter (where r.outcome = 'passed')::int as passed,
        count(*) filter (where r.outcome = 'failed')::int as failed,
        count(*) filter (where r.outcome = 'flaky')::int as flaky,
        max(r.ran_at) filter (where r.outcome <> 'passed') as last_unsettled_at, max(r.ran_at) filter (where r.outcome = 'flaky') as last_flaky_at
      from wanted join test_result r on r.tenant_id = ${actor.tenantId} and r.test_case_id = wanted.id
      where r.ran_at >= ${since} and r.outcome <> 'skipped' ${withinReach(actor)}
      group by r.test_case_id, r.environment_id, r.commit
    )
    select test_case_id as id, sum(passed + failed + flaky)::int as runs, sum(failed)::int as "failedRuns",
      coalesce(json_agg(json_build_object('passed', passed, 'failed', failed, 'flaky', flaky, 'lastFlakyAt',
        to_char(case when passed + flaky > 0 then last_unsettled_at else last_flaky_at end at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) filter (where ${COUNTS_AS_FLAKY}), '[]') as commits
    from by_commit group by test_case_id
    ${wanted.testCaseId ? sql`` : sql`having bool_or(${COUNTS_AS_FLAKY})`}`);
  return rows;
}

const COUNTS_AS_FLAKY = sql.raw("flaky > 0 or (failed > 0 and passed > 0)");

const one = (testCaseId: string): SQL => sql`select ${testCaseId}::uuid as id`;

function unsettled(actor: Actor, { service, suite }: Wanted, since: SQL): SQL {
  const reach = actor.kind === "token" ? actor.serviceId : null;
  const ofService = service
    ? sql`and r.service_id in (select id from service where tenant_id = ${actor.tenantId} and slug = ${service})`
    : sql``;
  const ofSuite = suite
    ? sql`join test_case c on c.tenant_id = r.tenant_id and c.id = r.test_case_id and c.suite = ${suite}`
    : sql``;
  return sql`select distinct r.test_case_id as id from test_result r ${ofSuite}
    where r.tenant_id = ${actor.tenantId} and r.outcome in ('failed', 'flaky') and r.ran_at >= ${since}
    ${ofService} ${reach ? sql`and r.service_id = ${reach}` : sql``}`;
}

/** A token that is limited to an environment sees what ran there. */
export function withinReach(actor: Actor): SQL {
  const environmentId = actor.kind === "token" ? actor.environmentId : null;
  return environmentId ? sql`and r.environment_id = ${environmentId}` : sql``;
}
