import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { isWithin, type Span } from "@/lib/core/period";
import { type Facts, History, type Place } from "@/lib/testing/readiness-history";
import { openDatabase } from "@/lib/testing/registry";
import { newTenant, type TestTenant } from "@/lib/testing/tenant";
import { createService } from "../service/create";
import { countDueDays } from "./count-due";
import { type Ask, rolledReadiness, rolledSuites, rollupState } from "./rolled-up";

openDatabase();
const HOUR = 3_600_000;
const begin = Date.parse("2026-03-01T00:00:00Z");
const at = (hours: number) => new Date(begin + Math.round(hours * HOUR));
let tenant: TestTenant;
let places: Place[];

beforeAll(async () => {
  tenant = await newTenant();
  const { id } = await createService({ actor: tenant.admin }, { slug: "jobs", name: "Jobs", owner: "platform" });
  const { rows } = await transaction(tenant, (tx) =>
    tx.execute<{ id: string }>(sql`select id from environment order by position`),
  );
  const [first, last] = [rows[0]?.id ?? "", rows.at(-1)?.id ?? ""];
  places = [
    { serviceId: tenant.service.id, environmentId: last },
    { serviceId: tenant.service.id, environmentId: first },
    { serviceId: id, environmentId: last },
  ];
});

type Counts = Record<"evaluations" | "approvals" | "runs" | "passed" | "releases" | "deployments", number>;
type Counted = Counts & { leads: number[]; suites: Record<string, [number, number, number, number, number[]]> };
const sorted = (values: readonly number[]) => values.toSorted((one, other) => one - other);

async function rolled(spans: Span[], { serviceId }: { serviceId?: string } = {}): Promise<Counted[]> {
  const ask: Ask = { tenantId: tenant.tenantId, spans, places: { serviceId } };
  return transaction(tenant, async (tx) => {
    const days = await tx.execute<Counts & { stretch: number; leads: number[][] }>(sql`with ${rolledReadiness(ask)}
      select stretch, sum(first_evaluations)::int as evaluations, sum(first_approvals)::int as approvals,
        sum(runs)::int as runs, sum(runs_passed)::int as passed, sum(releases)::int as releases,
        sum(deployments)::int as deployments, json_agg(lead_times) as leads from rolled group by stretch`);
    const suites = await tx.execute<Record<string, number> & { suite: string; lengths: number[][] }>(
      sql`with ${rolledSuites(ask)} select stretch, suite, sum(runs)::int as runs, sum(passed)::int as passed,
        sum(executed)::int as executed, sum(flaky)::int as flaky, json_agg(durations) as lengths
      from rolled group by stretch, suite`,
    );
    return spans.map((_, index) => {
      const row = days.rows.find(({ stretch }) => stretch === index);
      const own = suites.rows.filter(({ stretch }) => stretch === index);
      const { evaluations = 0, approvals = 0, runs = 0, passed = 0, releases = 0, deployments = 0 } = row ?? {};
      return {
        ...{ evaluations, approvals, runs, passed, releases, deployments, leads: sorted((row?.leads ?? []).flat()) },
        suites: Object.fromEntries(
          own.map((each) => [
            each.suite,
            [each.runs ?? 0, each.passed ?? 0, each.executed ?? 0, each.flaky ?? 0, sorted(each.lengths.flat())],
          ]),
        ),
      };
    });
  });
}

/** By hand, from what was written. */
function counted({ releases, decisions, runs }: Facts, span: Span, serviceId?: string): Counted {
  const isHere = (place: Place) => serviceId === undefined || place.serviceId === serviceId;
  const own = releases.filter(isHere);
  const firsts = own.flatMap(({ id }) => {
    const of = decisions.filter(({ releaseId }) => releaseId === id);
    const [first] = of.toSorted((one, other) => one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1));
    return first && isWithin(first.at, span) ? [first] : [];
  });
  const deployed = own.filter(({ releasedAt }) => releasedAt && isWithin(releasedAt, span));
  const ran = runs.filter((run) => isHere(run) && isWithin(run.at, span));
  const suites: Counted["suites"] = {};
  for (const { name, status, durationSeconds, flaky } of ran.flatMap((run) => run.suites)) {
    if (status === "skipped") continue;
    const known = suites[name] ?? [0, 0, 0, 0, []];
    const lengths = sorted([...known[4], ...(durationSeconds === null ? [] : [durationSeconds])]);
    suites[name] = [known[0] + 1, known[1] + (status === "passed" ? 1 : 0), known[2] + 100, known[3] + flaky, lengths];
  }
  return {
    ...{ evaluations: firsts.length, approvals: firsts.filter(({ approves }) => approves).length },
    ...{ runs: ran.length, passed: ran.filter(({ passed }) => passed).length },
    releases: own.filter(({ createdAt }) => isWithin(createdAt, span)).length,
    deployments: deployed.length,
    leads: sorted(deployed.flatMap(({ leadSeconds }) => leadSeconds ?? [])),
    suites,
  };
}

// Whole days, hours and milliseconds around midnight are where a count by days goes wrong.
const hours = fc.oneof(fc.integer({ min: 0, max: 96 }), fc.constantFrom(24 - 1 / 3_600_000, 48, 48 + 1 / 3_600_000));
const place = fc.integer({ min: 0, max: 2 });
const suite = fc.record({
  name: fc.constantFrom("unit", "security"),
  status: fc.constantFrom("passed", "failed", "skipped"),
  durationSeconds: fc.option(fc.integer({ min: 1, max: 400 }).map((tenths) => tenths / 10)),
  flaky: fc.integer({ min: 0, max: 5 }),
});
const write = fc.oneof(
  fc.record({ kind: fc.constant("release" as const), place, hours }),
  fc.record({ kind: fc.constant("decide" as const), which: fc.nat(40), hours, approves: fc.boolean() }),
  fc.record({ kind: fc.constant("out" as const), which: fc.nat(40), hours, seconds: fc.option(fc.nat(9_000)) }),
  fc.record({
    kind: fc.constant("run" as const),
    place,
    hours,
    passed: fc.boolean(),
    suites: fc.array(suite, { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant("sweep" as const) }),
);
type Write = typeof write extends fc.Arbitrary<infer T> ? T : never;

async function perform(history: History, step: Write): Promise<void> {
  if (step.kind === "sweep") return countDueDays(tenant.tenantId);
  if (step.kind === "release" || step.kind === "run") {
    const where = places[step.place];
    if (!where) throw new Error("there is no such place");
    if (step.kind === "run") return history.run(where, at(step.hours), step.passed, step.suites);
    await history.release(where, at(step.hours));
    return;
  }
  const { releases } = history.facts;
  const release = releases[step.which % Math.max(1, releases.length)];
  if (!release) return;
  if (step.kind === "decide") return history.decide(release.id, at(step.hours), step.approves);
  return history.rollOut(release.id, at(step.hours), step.seconds);
}

describe("what is counted by days", () => {
  it("is what a count of the records says, to the millisecond, after any writes and whatever was swept in between", async () => {
    const history = new History(tenant);
    const bounds = fc.uniqueArray(hours, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 3, maxLength: 25 }), bounds, async (steps, cuts) => {
        for (const step of steps) await perform(history, step);
        const ends = sorted(cuts).map(at);
        const spans = ends.slice(1).map((until, index) => ({ from: ends[index] ?? until, until }));
        const expected = (serviceId?: string) => spans.map((span) => counted(history.facts, span, serviceId));
        expect(await rolled(spans)).toEqual(expected());
        await countDueDays(tenant.tenantId);
        expect(await rolled(spans)).toEqual(expected());
        expect(await rolled(spans, { serviceId: tenant.service.id })).toEqual(expected(tenant.service.id));
      }),
      { numRuns: 12 },
    );
    const ask = { tenantId: tenant.tenantId, spans: [{ from: at(0), until: at(120) }], places: {} };
    expect(await transaction(tenant, (tx) => rollupState(tx, ask))).toEqual({ waiting: 0, isWhole: true });
  }, 30_000);

  it("is taken from the stored days alone where none waits, and again from the records once one does", async () => {
    const other = await newTenant();
    const own = { serviceId: other.service.id, environmentId: await productionOf(other) };
    const history = new History(other);
    await history.run(own, at(5), true);
    await countDueDays(other.tenantId);
    await transaction(other, (tx) => tx.execute(sql`delete from readiness_day`));
    const ask: Ask = { tenantId: other.tenantId, spans: [{ from: at(0), until: at(24) }], places: {} };
    const runs = () =>
      transaction(other, async (tx) => {
        const { rows } = await tx.execute<{ runs: number }>(
          sql`with ${rolledReadiness(ask)} select coalesce(sum(runs), 0)::int as runs from rolled`,
        );
        return rows[0]?.runs;
      });
    expect(await runs()).toBe(0);
    await history.run(own, at(6), false);
    expect(await runs()).toBe(2);
  });

  it("is the same when several sweep at once while others write", async () => {
    const other = await newTenant();
    const own = { serviceId: other.service.id, environmentId: await productionOf(other) };
    const history = new History(other);
    const writes = Array.from({ length: 30 }, (_, index) => history.run(own, at(index), index % 3 > 0));
    await Promise.all([...writes, ...Array.from({ length: 6 }, () => countDueDays(other.tenantId))]);
    await countDueDays(other.tenantId);
    const { rows } = await transaction(other, (tx) =>
      tx.execute(sql`select day::text, runs, runs_passed as passed from readiness_day order by day`),
    );
    expect(rows).toEqual([
      { day: "2026-03-01", runs: 24, passed: 16 },
      { day: "2026-03-02", runs: 6, passed: 4 },
    ]);
  });
});

async function productionOf(of: TestTenant): Promise<string> {
  const { rows } = await transaction(of, (tx) =>
    tx.execute<{ id: string }>(sql`select id from environment where is_production`),
  );
  return rows[0]?.id ?? "";
}
