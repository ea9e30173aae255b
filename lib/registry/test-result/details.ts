import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { testCase } from "@/db/schema/test-result";
import type { Actor } from "@/lib/core/access";
import type { TestOutcome } from "@/lib/core/test-results/wire";
import { withinReach } from "./counts";

const RECENT_RUNS = 20;

/** What these tests are called, by id; those beyond the actor's tenant and reach are left out. */
export async function testCards(tx: Tx, actor: Actor, ids: string[]) {
  if (ids.length === 0) return new Map<string, never>();
  const reach = actor.kind === "token" ? actor.serviceId : null;
  const rows = await tx
    .select({ test: testCase, service: service.slug })
    .from(testCase)
    .innerJoin(service, and(eq(service.tenantId, testCase.tenantId), eq(service.id, testCase.serviceId)))
    .where(
      and(
        eq(testCase.tenantId, actor.tenantId),
        inArray(testCase.id, ids),
        reach ? eq(testCase.serviceId, reach) : undefined,
      ),
    );
  return new Map(
    rows.map(({ test: { id, suite, name, group, file, firstSeenAt }, service: slug }) => [
      id,
      { id, service: slug, suite, name, group, file, firstSeenAt: firstSeenAt.toISOString() },
    ]),
  );
}

/** How the last runs of these tests ended, newest last. */
export async function recentOutcomes(tx: Tx, actor: Actor, ids: string[]): Promise<Map<string, TestOutcome[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.execute<{ id: string; outcomes: TestOutcome[] }>(sql`
    select wanted.id, array(
      select r.outcome from test_result r
      where r.tenant_id = ${actor.tenantId} and r.test_case_id = wanted.id ${withinReach(actor)}
      order by r.ran_at desc, r.test_run_id desc limit ${RECENT_RUNS}
    ) as outcomes
    from unnest(${sql.param(ids)}::uuid[]) as wanted (id)`);
  return new Map(rows.map(({ id, outcomes }) => [id, outcomes.toReversed()]));
}

/** Those of the commits, each as `environment commit`, for which the test has passed and has failed. */
export async function contradictedCommits(
  tx: Tx,
  actor: Actor,
  testCaseId: string,
  commits: string[],
): Promise<Set<string>> {
  if (commits.length === 0) return new Set();
  const { rows } = await tx.execute<{ place: string }>(sql`
    select r.environment_id || ' ' || r.commit as place
    from test_result r
    where r.tenant_id = ${actor.tenantId} and r.test_case_id = ${testCaseId}
      and r.commit = any(${sql.param([...new Set(commits)])}::text[])
    group by r.environment_id, r.commit
    having bool_or(r.outcome = 'failed') and bool_or(r.outcome in ('passed', 'flaky'))`);
  return new Set(rows.map(({ place }) => place));
}
