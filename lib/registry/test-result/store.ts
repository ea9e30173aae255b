import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { testRun } from "@/db/schema/test-result";
import type { DistinctTest } from "@/lib/core/test-results/distinct";
import { newId } from "../id";

/** Enough for few statements, little enough that each stays far from the statement timeout. */
const ROWS_A_STATEMENT = 10_000;

type Run = Pick<
  typeof testRun.$inferInsert,
  "tenantId" | "id" | "serviceId" | "environmentId" | "commit" | "ranAt" | "receivedAt"
>;

/** Stores the results of one run. They come in the order of their keys, so that two runs never wait for each other. */
export async function storeResults(tx: Tx, run: Run, results: DistinctTest[]): Promise<void> {
  for (let start = 0; start < results.length; start += ROWS_A_STATEMENT) {
    const some = results.slice(start, start + ROWS_A_STATEMENT);
    const known = await knownKeys(tx, run, some);
    const unknown = some.filter(({ key }) => !known.has(key));
    if (unknown.length > 0) await insertCases(tx, run, unknown);
    await insertResults(tx, run, some);
  }
}

async function knownKeys(tx: Tx, { tenantId, serviceId }: Run, tests: DistinctTest[]): Promise<Set<string>> {
  const { rows } = await tx.execute<{ key: string }>(sql`
    select c.key from unnest(${texts(tests, ({ suite }) => suite)}, ${texts(tests, ({ key }) => key)}) as t (suite, key)
    join test_case c on c.tenant_id = ${tenantId} and c.service_id = ${serviceId} and c.suite = t.suite and c.key = t.key`);
  return new Set(rows.map(({ key }) => key));
}

/** A test that another run brings at the same moment is that run's: its row is waited for, then used. */
async function insertCases(tx: Tx, { tenantId, serviceId, receivedAt }: Run, tests: DistinctTest[]): Promise<void> {
  await tx.execute(sql`
    insert into test_case (tenant_id, id, service_id, suite, key, name, group_name, file, first_seen_at)
    select ${tenantId}::uuid, t.id::uuid, ${serviceId}::uuid, t.suite, t.key, t.name, t.group_name, t.file, ${receivedAt.toISOString()}::timestamptz
    from unnest(${texts(tests, () => newId(receivedAt))}, ${texts(tests, ({ suite }) => suite)},
      ${texts(tests, ({ key }) => key)}, ${texts(tests, ({ name }) => name)}, ${texts(tests, ({ group }) => group)},
      ${texts(tests, ({ file }) => file)}) as t (id, suite, key, name, group_name, file)
    on conflict (tenant_id, service_id, suite, key) do nothing`);
}

async function insertResults(tx: Tx, run: Run, tests: DistinctTest[]): Promise<void> {
  const { tenantId, id, serviceId, environmentId, commit, ranAt } = run;
  const { rowCount } = await tx.execute(sql`
    insert into test_result (tenant_id, test_case_id, test_run_id, service_id, environment_id, commit, outcome, duration_ms, ran_at)
    select c.tenant_id, c.id, ${id}::uuid, c.service_id, ${environmentId}::uuid, ${commit}, t.outcome, t.duration_ms::int, ${ranAt.toISOString()}::timestamptz
    from unnest(${texts(tests, ({ suite }) => suite)}, ${texts(tests, ({ key }) => key)},
      ${texts(tests, ({ outcome }) => outcome)},
      ${texts(tests, ({ durationMs }) => durationMs?.toString() ?? null)}) as t (suite, key, outcome, duration_ms)
    join test_case c on c.tenant_id = ${tenantId} and c.service_id = ${serviceId} and c.suite = t.suite and c.key = t.key`);
  if (rowCount !== tests.length) throw new Error(`${rowCount} of ${tests.length} results found their test`);
}

/** One column of the tests as an array parameter. */
function texts(tests: DistinctTest[], column: (test: DistinctTest) => string | null) {
  return sql`${sql.param(tests.map(column))}::text[]`;
}
