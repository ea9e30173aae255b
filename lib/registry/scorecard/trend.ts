import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { Suite } from "@/lib/core/scorecard/model";
import { read } from "../read";
import { isRecordId } from "../record-id";

/** What the trend of a suite is drawn from. Null: not reported. */
export type TrendSuite = Pick<Suite, "name" | "status" | "durationSeconds" | "successRate">;
export type TrendRun = {
  id: string;
  runId: string;
  commit: string;
  generatedAt: string;
  overallPassed: boolean;
  /** The run that the trend was asked for. */
  current: boolean;
  suites: TrendSuite[];
};

const RUNS_BEFORE = 24;
const RUNS_AFTER = 5;

/**
 * The runs of the same service and environment around one scorecard, oldest first: up to 24 before it, itself, and up
 * to 5 that followed. Throws `not_found` for a scorecard that is not there.
 */
export async function scorecardTrend(actor: Actor, id: string): Promise<TrendRun[]> {
  return read(actor, async (tx) => {
    const found = isRecordId(id) ? await tx.execute<Row>(trendQuery(actor.tenantId, id)) : null;
    if (!found || found.rows.length === 0) throw new DomainError("not_found", "There is no such scorecard.");
    return found.rows.map(({ at, ...run }) => ({ ...run, generatedAt: new Date(at).toISOString() }));
  });
}

type Row = Omit<TrendRun, "generatedAt"> & { at: number };

/** Both halves walk `scorecard_trend` from the run outwards; of a model, which may hold thousands of findings, only figures leave the database. */
function trendQuery(tenantId: string, id: string): SQL {
  return sql`
    with this as (
      select tenant_id, service_id, environment_id, generated_at, id from scorecard
      where tenant_id = ${tenantId} and id = ${id}
    ), around as (
      select run.* from this, lateral (
        ${siblings} and (s.generated_at, s.id) <= (this.generated_at, this.id)
        order by s.generated_at desc, s.id desc limit ${RUNS_BEFORE + 1}
      ) run
      union all
      select run.* from this, lateral (
        ${siblings} and (s.generated_at, s.id) > (this.generated_at, this.id)
        order by s.generated_at, s.id limit ${RUNS_AFTER}
      ) run
    )
    select id, run_id as "runId", commit, overall_passed as "overallPassed", id = ${id} as current,
      floor(extract(epoch from generated_at) * 1000)::float8 as at, ${figuresOfSuites} as suites
    from around order by generated_at, around.id`;
}

const siblings = sql`select s.id, s.run_id, s.commit, s.overall_passed, s.generated_at, s.model from scorecard s
  where s.tenant_id = this.tenant_id and s.service_id = this.service_id and s.environment_id = this.environment_id`;

const figuresOfSuites = sql`coalesce((
    select jsonb_agg(jsonb_build_object('name', suite -> 'name', 'status', suite -> 'status',
      'durationSeconds', suite -> 'durationSeconds', 'successRate', suite -> 'successRate') order by place)
    from jsonb_array_elements(model -> 'suites') with ordinality as suites (suite, place)
  ), '[]')`;
