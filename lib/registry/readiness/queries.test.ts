import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import type { PersonActor } from "@/lib/core/access";
import { rehearsalDocument } from "@/lib/testing/documents";
import { History, type Place } from "@/lib/testing/readiness-history";
import { openDatabase } from "@/lib/testing/registry";
import { followUpAt } from "@/lib/testing/review-records";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { listActionItems } from "../action-item/queries";
import { incidentAnalytics } from "../incident/analytics";
import { declareIncident } from "../incident/declare";
import { resolveIncident } from "../incident/resolve";
import { personOfSession } from "../person/actor";
import { recordRehearsal } from "../rehearsal/record";
import { listReleases } from "../release/queries";
import { createService } from "../service/create";
import { countDueDays } from "./count-due";
import { doraKeys, leadingNumbers, readinessTrend, suiteTrends, waiverOutlook } from "./queries";
import { tenantNumbers } from "./tenants";

openDatabase();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const begun = Date.now();
const ago = (days: number, hours = 0) => new Date(begun - days * DAY - hours * HOUR);
const period = "30d";
let tenant: TestTenant;
let sre: PersonActor;
let history: History;
let place: Place;
let staging: Place;

async function decided(at: Date, approves: boolean, where = place): Promise<string> {
  const id = await history.release(where, new Date(at.getTime() - 2 * HOUR));
  await history.decide(id, at, approves);
  return id;
}

async function shipped(at: Date, hours: number, approvesAtOnce = true): Promise<string> {
  const id = await history.release(place, new Date(at.getTime() - hours * HOUR));
  await history.decide(id, new Date(at.getTime() - HOUR), approvesAtOnce);
  if (!approvesAtOnce) await history.decide(id, new Date(at.getTime() - HOUR / 2), true);
  await history.rollOut(id, at, hours * 3600);
  return id;
}

beforeAll(async () => {
  tenant = await newTenant();
  sre = await newPerson(tenant, ["sre-on-call", "engineer"], "Sam Reliable");
  await createService({ actor: tenant.admin }, { slug: "jobs", name: "Jobs", owner: "platform" });
  const { rows } = await transaction(tenant, (tx) =>
    tx.execute<{ id: string }>(sql`select id from environment order by is_production desc, position`),
  );
  place = { serviceId: tenant.service.id, environmentId: rows[0]?.id ?? "" };
  staging = { serviceId: tenant.service.id, environmentId: rows[1]?.id ?? "" };
  history = new History(tenant);
  // On their way now: one that may go, one whose go is too old, one that may not.
  await decided(ago(0, 1), true);
  await decided(ago(0, 30), true);
  await decided(ago(0, 2), false, staging);
  // On their way thirty days ago: one that might go, one whose go was too old, and one that was out before.
  await history.rollOut(await decided(ago(30, 1), true), ago(29), null);
  await history.rollOut(await decided(ago(32), true), ago(20), null);
  await shipped(ago(31), 10);
  await shipped(ago(10), 24);
  await shipped(ago(5), 48, false);
  const suites = [10, 30, 20].map((durationSeconds) => ({ name: "unit", status: "passed", durationSeconds, flaky: 2 }));
  await history.run(place, ago(3), true, suites);
  await history.run(place, ago(50), false, suites);
  const incident = async (at: Date) =>
    (
      await declareIncident(
        { actor: sre, clock: () => at },
        { service: "service-api", severity: "sev2", title: "Errors" },
      )
    ).id;
  const over = await incident(ago(5, -1));
  await resolveIncident({ actor: sre, clock: () => ago(5, -3) }, { incidentId: over });
  await incident(ago(2));
  await followUpAt(sre, ago(4), { incidentId: over, title: "Add an alert", dueAt: ago(1).toISOString() });
  const document = rehearsalDocument({ service: "service-api", environment: "production", version: "1", commit: "c" });
  const times = { started_at: ago(40, 1).toISOString(), finished_at: ago(40).toISOString() };
  await recordRehearsal({ actor: (await newToken(tenant)).actor }, { document: { ...document, ...times } });
});

describe("the five numbers", () => {
  it("are those of the lists behind them, now", async () => {
    const { ready, itemsOverdue, rollups } = await leadingNumbers(sre, { period });
    const approved = await listReleases(sre, { open: true, verdict: "approve" });
    const onTheirWay = await listReleases(sre, { open: true });
    expect(ready.current).toEqual({ part: approved.items.length, whole: onTheirWay.items.length });
    expect(ready.current).toEqual({ part: 1, whole: 3 });
    const overdue = await listActionItems(sre, { origin: "incident", overdue: true });
    expect([itemsOverdue.current, overdue.items.length]).toEqual([1, 1]);
    expect(rollups.isWhole).toBe(true);
  });

  it("say how it stood when the period began, from what was known by then", async () => {
    const { ready, itemsOverdue, rehearsalsFresh, instants } = await leadingNumbers(sre, { period });
    expect(ready.previous).toEqual({ part: 1, whole: 2 });
    expect(itemsOverdue.previous).toBe(0);
    expect(rehearsalsFresh).toEqual({ current: { part: 0, whole: 1 }, previous: { part: 1, whole: 1 } });
    expect(Date.parse(instants.current) - Date.parse(instants.previous)).toBe(30 * DAY);
  });

  it("count first evaluations over the period, whether the days have been counted before or not", async () => {
    const expected = { current: { part: 3, whole: 5 }, previous: { part: 3, whole: 3 } };
    expect((await leadingNumbers(sre, { period })).firstPass).toEqual(expected);
    await countDueDays(tenant.tenantId);
    const counted = await leadingNumbers(sre, { period });
    expect(counted.firstPass).toEqual(expected);
    expect(counted.rollups).toEqual({ waiting: 0, isWhole: true });
  });

  it("have the change failures that the analytics of incidents have", async () => {
    const { changeFailures } = await leadingNumbers(sre, { period });
    const { current, previous } = await incidentAnalytics(sre, { period });
    const share = ({ failed, releases }: typeof current.changeFailures) => ({ part: failed, whole: releases });
    expect(changeFailures).toEqual({
      current: share(current.changeFailures),
      previous: share(previous.changeFailures),
    });
    expect(changeFailures).toEqual({ current: { part: 1, whole: 4 }, previous: { part: 0, whole: 1 } });
  });

  it("are narrowed to a service and an environment, and refuse what there is not", async () => {
    const of = async (request: Parameters<typeof leadingNumbers>[1]) => {
      const { ready, changeFailures, rehearsalsFresh } = await leadingNumbers(sre, { period, ...request });
      return [ready.current.whole, changeFailures.current.whole, rehearsalsFresh.current.whole];
    };
    expect(await of({ environment: "staging" })).toEqual([1, 0, 0]);
    expect(await of({ environment: "production" })).toEqual([2, 4, 1]);
    expect(await of({ service: "jobs" })).toEqual([0, 0, 0]);
    for (const request of [{ period: "31d" }, { service: "nothing" }, { environment: "nowhere" }]) {
      await expect(leadingNumbers(sre, request)).rejects.toMatchObject({ code: "invalid" });
    }
  });

  it("show a token that is limited to a service or an environment nothing else", async () => {
    const { actor } = await newToken(tenant, ["read"], { serviceId: tenant.service.id });
    await expect(leadingNumbers(actor, {})).rejects.toMatchObject({ code: "invalid" });
    await expect(suiteTrends(actor, { service: "jobs" })).rejects.toMatchObject({ code: "forbidden" });
    expect((await leadingNumbers(actor, { service: "service-api" })).ready.current.whole).toBe(3);
    const limited = (await newToken(tenant, ["read"], { environmentId: staging.environmentId })).actor;
    await expect(doraKeys(limited, {})).rejects.toMatchObject({ code: "invalid" });
  });

  it("are told of each tenant of a person, and of no other", async () => {
    const other = await newTenant();
    const person = await personOfSession(sre.id, 1);
    if (!person) throw new Error("there is no such person");
    const found = await tenantNumbers(person, { period });
    expect(found.map(({ id }) => id)).toEqual([tenant.tenantId]);
    expect(found[0]?.numbers.ready).toEqual((await leadingNumbers(sre, { period })).ready);
    expect((await leadingNumbers(other.admin, { period })).ready.current).toEqual({ part: 0, whole: 0 });
  });
});

describe("what is drawn of a period", () => {
  it("adds up to the numbers, by service or by environment", async () => {
    const { firstPass } = await leadingNumbers(sre, { period });
    const all = await readinessTrend(sre, { period });
    const sum = (points: typeof all.total) => ({
      part: points.reduce((total, point) => total + point.firstPass.part, 0),
      whole: points.reduce((total, point) => total + point.firstPass.whole, 0),
    });
    expect(sum(all.total)).toEqual(firstPass.current);
    expect(all.series.map(({ slug }) => slug)).toEqual(["jobs", "service-api"]);
    expect(all.marks).toEqual([]);
    const one = await readinessTrend(sre, { period, service: "service-api" });
    expect(one.series.map(({ slug }) => slug)).toEqual(["staging", "preprod", "production"]);
    expect(sum(one.series.flatMap(({ points }) => points))).toEqual(firstPass.current);
    expect(one.marks.filter(({ kind }) => kind === "release")).toHaveLength(4);
    expect(one.marks.filter(({ kind }) => kind === "incident")).toHaveLength(2);
    expect(one.marks.map(({ at }) => at)).toEqual(one.marks.map(({ at }) => at).toSorted());
  });

  it("tells of each suite how often it ran, how steady and how long", async () => {
    const { suites, flakeRateLimit } = await suiteTrends(sre, { period });
    expect(flakeRateLimit).toBe(0.1);
    expect(suites.map(({ suite }) => suite)).toEqual(["unit"]);
    const total = { runs: { part: 3, whole: 3 }, flaky: { part: 6, whole: 300 }, medianSeconds: 20 };
    expect(suites[0]?.total).toEqual(total);
    expect(suites[0]?.points.filter(({ runs }) => runs.whole > 0)).toEqual([total]);
    expect((await suiteTrends(sre, { period, environment: "staging" })).suites).toEqual([]);
  });

  it("are DORA's keys from rollouts to production, with what they rest on", async () => {
    const { keys, measures } = await doraKeys(sre, { period });
    expect(measures).toEqual({ deployments: 4, withLeadTime: 2, failures: 1, recovered: 1 });
    expect(keys.current.deploymentFrequency.value).toBeCloseTo(4 / 30, 6);
    expect(keys.current.leadTime).toEqual({ value: 36 * 3600, band: "high" });
    expect(keys.current.changeFailureRate).toEqual({ value: 0.25, band: "low" });
    expect(keys.current.recoveryTime).toEqual({ value: 2 * 3600, band: "high" });
    expect(keys.previous.leadTime).toEqual({ value: 10 * 3600, band: "elite" });
    expect((await doraKeys(sre, { period, environment: "staging" })).measures.deployments).toBe(0);
  });

  it("counts the waivers in force by how long they last", async () => {
    const expire = [1, 6, 20, 80, -1];
    for (const [index, days] of expire.entries()) {
      await transaction(tenant, (tx) =>
        tx.execute(sql`insert into waiver (tenant_id, id, service_id, check_id, justification, mitigation, expires_at,
            granted_at, granted_by_id, granted_by_name, granted_by_email, granted_role)
          values (${tenant.tenantId}, gen_random_uuid(), ${place.serviceId}, ${`check-${index}`}, '-', '-',
            ${ago(-days).toISOString()}, ${ago(2).toISOString()}, ${sre.id}, 'Sam', 's@example.com', 'change-board')`),
      );
    }
    const { groups, next } = await waiverOutlook(sre, {});
    expect(groups).toEqual([
      { key: "week", count: 2 },
      { key: "month", count: 1 },
      { key: "later", count: 1 },
    ]);
    expect(next.map(({ checkId }) => checkId)).toEqual(["check-0", "check-1", "check-2", "check-3"]);
  });
});
