import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor, TokenActor } from "@/lib/core/access";
import { latestReportSlot, reportKey } from "@/lib/core/readiness/report-schedule";
import { previousWeek, weekOf, weekText } from "@/lib/core/week";
import { noticesOf } from "@/lib/testing/notices";
import { waiverInput } from "@/lib/testing/records";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { newApprovers, newRelease, type ReadyRelease, readyRelease } from "@/lib/testing/release";
import { followUpAt } from "@/lib/testing/review-records";
import { rolledOut } from "@/lib/testing/rollout";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { evaluateRelease } from "../gate/evaluate";
import { declareIncident } from "../incident/declare";
import { grantWaiver } from "../waiver/grant";
import { scheduleReport } from "./schedule";
import { reportScheduleView } from "./schedule-view";
import { sendWeeklyReports } from "./send";
import { weeklyReport } from "./weekly";

const database = openDatabase();
const DAY_MS = 86_400_000;
const now = new Date();
const running = weekText(weekOf(now));
let tenant: TestTenant;
let pipeline: TokenActor;
let sre: PersonActor;
let shipped: ReadyRelease;

beforeAll(async () => {
  tenant = await newTenant();
  ({ actor: pipeline } = await newToken(tenant));
  sre = await newPerson(tenant, ["sre-on-call", "change-board"], "Sam Sre");
  shipped = await rolledOut(pipeline, await newApprovers(tenant));
});

describe("the report of a week", () => {
  it("tells what shipped, what was held up and why, what broke and what is left to do", async () => {
    const bare = await newRelease(pipeline);
    await evaluateRelease({ actor: pipeline }, { releaseId: bare.id });
    const unsigned = await readyRelease(pipeline);
    await evaluateRelease({ actor: pipeline }, { releaseId: unsigned.id });
    const declared = { service: shipped.service, severity: "sev1", title: "Checkout is down" };
    const { id: incidentId, reference } = await declareIncident({ actor: sre }, declared);
    const monthAgo = new Date(now.getTime() - 40 * DAY_MS);
    await followUpAt(sre, monthAgo, { incidentId, title: "Add an alert" });
    await grantWaiver(confirmed(sre), waiverInput(bare.id));

    const report = await weeklyReport(tenant.admin, { week: running });
    expect(report.week).toMatchObject({ id: running, isOver: false, next: null });
    expect(report.shipped.items.map(({ releaseId }) => releaseId)).toEqual([shipped.id]);
    expect(report.blocked.items.map(({ releaseId }) => releaseId)).toEqual([bare.id]);
    expect(report.blocked).toMatchObject({ total: 1, cleared: 0, awaitingSignatures: 1 });
    expect(report.blocked.checks.map(({ checkId }) => checkId)).toContain("scorecard.present");
    expect(report.blocked.checks.map(({ checkId }) => checkId)).not.toContain("approvals.complete");
    expect(report.incidents).toMatchObject({ total: 1, open: 1, items: [{ reference, severity: "sev1" }] });
    expect(report.overdueItems).toMatchObject({ total: 1, items: [{ title: "Add an alert", reference }] });
    expect(report.waivers.granted).toMatchObject({ total: 1, items: [{ checkId: "rehearsal.fresh" }] });
    expect(report.waivers.expiring.total).toBe(1);
    expect(report.rehearsals.done.total).toBeGreaterThanOrEqual(2);
    expect(report.numbers.itemsOverdue.current).toBe(1);
    expect(report.numbers.period.id).toBe(running);
    expect(report.summary).toMatch(
      /^1 release reached production so far\. The gate held up 1 release, most often because/,
    );
    expect(report.summary).toContain("1 incident was declared (1 of them Sev1)");
  });

  it("holds nothing of another week, service or tenant", async () => {
    const before = await weeklyReport(tenant.admin, { week: weekText(previousWeek(weekOf(now))) });
    const elsewhere = await weeklyReport((await newTenant()).admin, { week: running });
    for (const { shipped: released, blocked, incidents, waivers, rehearsals } of [before, elsewhere]) {
      expect([released.total, blocked.total, incidents.total, waivers.granted.total, rehearsals.done.total]).toEqual([
        0, 0, 0, 0, 0,
      ]);
    }
    const narrowed = await weeklyReport(tenant.admin, {
      week: running,
      service: shipped.service,
      environment: "staging",
    });
    expect(narrowed.shipped.total).toBe(0);
  });

  it.each(["2026-W99", "47", "2999-W01"])("is refused for %s, which is no week that has begun", async (week) => {
    await expect(weeklyReport(tenant.admin, { week })).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: "week" }],
    });
  });

  it("is not told to a token that sees only a part", async () => {
    const limited = await newToken(tenant, ["read"], { serviceId: tenant.service.id });
    await expect(weeklyReport(limited.actor, {})).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the weekly report by mail", () => {
  const schedule = { enabled: true, weekday: 2, hour: 9, timeZone: "Europe/Berlin" };
  const longAgo = () => new Date(now.getTime() - 30 * DAY_MS);

  it("goes out once for each week's slot, to those whose role it is, however many sweeps run", async () => {
    const { tenantId } = tenant;
    await newPerson(tenant, ["product-owner"], "Olga Owner");
    await newPerson(tenant, ["viewer"], "Vic Viewer");
    await sendWeeklyReports(tenantId, now);
    expect(await noticesOf(database.web, tenantId, "weekly-report")).toEqual([]);
    await scheduleReport({ actor: tenant.admin, clock: longAgo }, schedule);
    await Promise.all([sendWeeklyReports(tenantId, now), sendWeeklyReports(tenantId, now)]);
    await sendWeeklyReports(tenantId, now);
    const key = reportKey(latestReportSlot(schedule, now));
    const told = await noticesOf(database.web, tenantId, "weekly-report");
    expect(told).toEqual(expect.arrayContaining([`${key} → Ada Admin`, `${key} → Olga Owner`, `${key} → Sam Sre`]));
    expect(told.join("\n")).not.toContain("Vic Viewer");
    expect(new Set(told.map((each) => each.split(" → ")[0]))).toEqual(new Set([key]));
    expect(await reportScheduleView(tenant.admin)).toMatchObject({
      sentFor: latestReportSlot(schedule, now).toISOString(),
    });
  });

  it("carries the summary, the five numbers and the way to the page, without a query", async () => {
    const rows = await asApp(database.web, { tenantId: tenant.tenantId }, async (client) => {
      const found = await client.query("select content from notification where kind = 'weekly-report' limit 1");
      return found.rows as { content: { path: string; reason: string; title: string } }[];
    });
    const week = reportKey(latestReportSlot(schedule, now)).replace("weekly-report:", "");
    expect(rows[0]?.content.path).toBe(`/readiness/report/${week}`);
    expect(rows[0]?.content.title).toContain(week);
    expect(rows[0]?.content.reason).toMatch(/production[\s\S]*Releases ready: [\s\S]*Change-failure rate: /);
  });

  it("is not sent for a slot before it was turned on, nor while it is off", async () => {
    const other = await newTenant();
    await scheduleReport({ actor: other.admin }, schedule);
    await sendWeeklyReports(other.tenantId, now);
    await scheduleReport({ actor: other.admin, clock: longAgo }, { ...schedule, enabled: false });
    await sendWeeklyReports(other.tenantId, now);
    expect(await noticesOf(database.web, other.tenantId, "weekly-report")).toEqual([]);
    expect(await reportScheduleView(other.admin)).toMatchObject({ enabled: false, nextAt: null, sentFor: null });
  });

  it.each([
    ["a day that no week has", { weekday: 8 }],
    ["an hour that no day has", { hour: 24 }],
    ["a zone that does not exist", { timeZone: "Mars/Olympus" }],
  ])("is not scheduled for %s", async (_, wrong) => {
    const attempt = scheduleReport({ actor: tenant.admin }, { ...schedule, ...wrong });
    await expect(attempt).rejects.toMatchObject({ code: "invalid" });
  });
});
