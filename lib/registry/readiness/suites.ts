import { sql } from "drizzle-orm";
import { dayStretches } from "@/lib/core/readiness/stretches";
import { REQUIRED_SUITES } from "@/lib/core/scorecard/model";
import { policyInForce } from "../gate/policy";
import { type Asked, placesOf, spanView } from "./asked";
import { rolledSuites, rollupState } from "./rolled-up";
import type { SuitePoint, SuiteTrends } from "./view";

type Row = {
  suite: string;
  /** Null: over all of them. */
  stretch: number | null;
  runs: number;
  passed: number;
  executed: number;
  flaky: number;
  median: number | null;
};

/** Each suite over the period: the required ones first, in their order, then the others by name. */
export async function suiteTrendsOf(asked: Asked): Promise<SuiteTrends> {
  const { tx, tenantId, now, spans } = asked;
  const stretches = dayStretches(spans[0]);
  const ask = { tenantId, spans: stretches, places: placesOf(asked) };
  const { rows } = await tx.execute<Row>(sql`with ${rolledSuites(ask)},
    medians as (
      select suite, stretch, percentile_cont(0.5) within group (order by seconds) as median
      from rolled, unnest(durations) seconds group by grouping sets ((suite, stretch), (suite))
    ), sums as (
      select suite, stretch, sum(runs)::float8 as runs, sum(passed)::float8 as passed,
        sum(executed)::float8 as executed, sum(flaky)::float8 as flaky
      from rolled group by grouping sets ((suite, stretch), (suite))
    )
    select sums.*, medians.median from sums left join medians
      on medians.suite = sums.suite and medians.stretch is not distinct from sums.stretch`);
  const find = (suite: string, stretch: number | null) =>
    pointOf(rows.find((row) => row.suite === suite && row.stretch === stretch));
  return {
    stretches: stretches.map(spanView),
    suites: inOrder(rows.map(({ suite }) => suite)).map((suite) => ({
      suite,
      points: stretches.map((_, index) => find(suite, index)),
      total: find(suite, null),
    })),
    flakeRateLimit: (await policyInForce(tx, tenantId))?.policy?.checks["suites.flake_rate"].threshold ?? null,
    now: now.toISOString(),
    rollups: await rollupState(tx, ask),
  };
}

const pointOf = (row: Row | undefined): SuitePoint => ({
  runs: { part: row?.passed ?? 0, whole: row?.runs ?? 0 },
  flaky: { part: row?.flaky ?? 0, whole: row?.executed ?? 0 },
  medianSeconds: row?.median ?? null,
});

function inOrder(names: readonly string[]): string[] {
  const found = [...new Set(names)].sort();
  const required = REQUIRED_SUITES.filter((suite) => found.includes(suite));
  return [...required, ...found.filter((suite) => !required.some((each) => each === suite))];
}
