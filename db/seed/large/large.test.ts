import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { countedDays } from "@/lib/registry/readiness/count-days";
import { leadingNumbers } from "@/lib/registry/readiness/queries";
import { listReleases } from "@/lib/registry/release/queries";
import { removeLargeSample } from "@/lib/registry/tenant/remove-sample";
import { TENANT_TABLES } from "@/lib/testing/census";
import { openDatabase } from "@/lib/testing/registry";
import { type LargeSample, seedLarge } from "./large";

openDatabase();
const options = { releases: 200, services: 3, years: 1, now: new Date(), log: () => {}, analyse: async () => {} };
let large: LargeSample;

beforeAll(async () => {
  large = await seedLarge(options);
});

const rowsOf = async <T extends Record<string, unknown>>(query: ReturnType<typeof sql>) =>
  (await transaction(large, (tx) => tx.execute<T>(query))).rows;

describe("the large sample", () => {
  it("holds releases of all stages up to now, each as its stages and its decisions left it", async () => {
    const [wrong] = await rowsOf<{ all: number; stage: number; verdict: number; lead: number }>(sql`
      select count(*)::int as all,
        (count(*) filter (where (r.stage, r.stage_status) is distinct from (last.stage, last.status)))::int as stage,
        (count(*) filter (where (r.last_decision_id, r.last_verdict, r.last_decided_at)
          is distinct from (d.id, d.verdict, d.decided_at)))::int as verdict,
        (count(*) filter (where r.lead_time_seconds
          is distinct from floor(extract(epoch from r.released_at - r.created_at))::int))::int as lead
      from release r
      join lateral (select stage, status from stage_event e where e.release_id = r.id order by at desc limit 1) last on true
      left join lateral (select id, verdict, decided_at from decision x where x.release_id = r.id
        order by decided_at desc, id desc limit 1) d on true`);
    expect(wrong).toEqual({ all: 200, stage: 0, verdict: 0, lead: 0 });
    const stages = await rowsOf<{ stage: string }>(sql`select distinct stage from release`);
    expect(stages.map(({ stage }) => stage)).toEqual(expect.arrayContaining(["archived", "aborted", "rejected"]));
    const [future] = await rowsOf<{ n: number }>(sql`select count(*)::int as n from (
      select created_at as at from release union all select decided_at from decision union all select at from stage_event
      union all select generated_at from scorecard union all select declared_at from incident) all_of_it where at > now()`);
    expect(future).toEqual({ n: 0 });
  });

  it("has counted every day of it: the roll-ups are what its records say", async () => {
    const [{ waiting } = { waiting: -1 }] = await rowsOf<{ waiting: number }>(
      sql`select count(*)::int as waiting from rollup_due`,
    );
    expect(waiting).toBe(0);
    const [differing] = await rowsOf<{ n: number; days: number }>(sql`
      with slice as (
        select 0 as stretch, day::date as day, s.id as service_id, e.id as environment_id, day as from_at,
          day + interval '1 day' as until_at
        from generate_series(date_trunc('day', now(), 'UTC') - interval '370 days', now(), interval '1 day') day,
          service s, environment e
      ), counted as (select * from (${countedDays(large.tenantId)}) c
        where first_evaluations + runs + releases + deployments > 0)
      select count(*)::int as days, (count(*) filter (where (c.first_evaluations, c.first_approvals, c.runs, c.runs_passed,
        c.releases, c.deployments, c.lead_times) is distinct from (r.first_evaluations, r.first_approvals, r.runs,
        r.runs_passed, r.releases, r.deployments, r.lead_times)))::int as n
      from counted c full join readiness_day r on r.day = c.day and r.service_id = c.service_id
        and r.environment_id = c.environment_id`);
    expect(differing?.n).toBe(0);
    expect(differing?.days).toBeGreaterThan(150);
  });

  it("is read like any other tenant, and can be there only once", async () => {
    expect((await listReleases(large.actor, {})).items).toHaveLength(50);
    const { firstPass, changeFailures } = await leadingNumbers(large.actor, { period: "365d" });
    expect(firstPass.current.whole).toBeGreaterThan(150);
    expect(changeFailures.current.part).toBeGreaterThan(0);
    await expect(seedLarge(options)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is removed as a whole, and the same when it is made again for the same instant", async () => {
    const contents = () => rowsOf(sql`select version, stage, created_at from release order by version`);
    const before = await contents();
    expect(await removeLargeSample()).toEqual({ removed: true });
    for (const table of TENANT_TABLES) {
      expect(await rowsOf(sql`select count(*)::int as n from ${sql.raw(table)}`)).toEqual([{ n: 0 }]);
    }
    expect(await removeLargeSample()).toEqual({ removed: false });
    large = await seedLarge(options);
    expect(await contents()).toEqual(before);
  });
});
