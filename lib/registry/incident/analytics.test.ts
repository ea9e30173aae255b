import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { importedDocument } from "@/lib/testing/postmortem-document";
import { openDatabase } from "@/lib/testing/registry";
import { newApprovers } from "@/lib/testing/release";
import { followUpAt } from "@/lib/testing/review-records";
import { rolledOut } from "@/lib/testing/rollout";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { closeActionItem } from "../action-item/close";
import { importPostmortem } from "../postmortem/import";
import { createService } from "../service/create";
import { acknowledgeIncident } from "./acknowledge";
import { incidentAnalytics } from "./analytics";
import { analyticsRows } from "./analytics-rows";
import { attributeIncident } from "./attribute";
import { declareIncident } from "./declare";
import { mergeIncident } from "./merge";
import { resolveIncident } from "./resolve";

openDatabase();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const begun = Date.now();
const ago = (days: number, minutes = 0) => new Date(begun - days * DAY + minutes * MINUTE);
const seconds = (ms: number | null | undefined) => (typeof ms === "number" ? Math.round(ms / 1000) : ms);
let tenant: TestTenant;
let sre: PersonActor;
let releaseId: string;
let blamed: string;
let other: string;

const at = (when: Date) => ({ actor: sre, clock: () => when });
const declare = async (when: Date, severity: string, service = tenant.service.slug) =>
  (await declareIncident(at(when), { service, severity, title: `Declared ${when.toISOString()}` })).id;

beforeAll(async () => {
  tenant = await newTenant();
  sre = await newPerson(tenant, ["sre-on-call", "engineer"], "Sam Reliable");
  await createService({ actor: tenant.admin }, { slug: "jobs", name: "Jobs", owner: "platform" });
  const pipeline = (await newToken(tenant)).actor;
  ({ id: releaseId } = await rolledOut(pipeline, await newApprovers(tenant)));
  const resolved = await declare(ago(10), "sev1");
  await acknowledgeIncident(at(ago(10, 5)), { incidentId: resolved });
  await resolveIncident(at(ago(10, 65)), { incidentId: resolved });
  await mergeIncident(at(ago(9)), {
    incidentId: await declare(ago(9, -1), "sev3"),
    intoId: await declare(ago(9, -2), "sev3"),
  });
  await declare(ago(45), "sev2");
  const item = await followUpAt(sre, ago(9), { incidentId: resolved, title: "Add an alert" });
  await closeActionItem(at(ago(4)), { actionItemId: item, state: "done", note: "The alert is there." });
  await followUpAt(sre, ago(8), { incidentId: resolved, title: "Raise the limit", dueAt: ago(1).toISOString() });
  blamed = (await declareIncident({ actor: sre }, { service: "service-api", severity: "sev2", title: "Errors" })).id;
  other = (await declareIncident({ actor: sre }, { service: "jobs", severity: "sev3", title: "Late jobs" })).id;
});

describe("the analytics of incidents", () => {
  it("measure those of the period beside those before, without duplicates", async () => {
    const view = await incidentAnalytics(sre, { period: "30d" });
    expect([view.current.incidents, view.open, view.previous.incidents]).toEqual([4, 3, 1]);
    expect(seconds(view.current.timeToAcknowledge?.ms)).toBe(5 * 60);
    expect([seconds(view.current.timeToResolve?.ms), view.current.timeToResolve?.of]).toEqual([65 * 60, 1]);
    expect(view.bySeverity.map(({ incidents }) => incidents)).toEqual([1, 1, 2]);
    expect(view.byService.map(({ service, incidents }) => `${service} ${incidents}`)).toEqual([
      "jobs 1",
      "service-api 3",
    ]);
    expect(view.stretches.reduce((sum, { sev1, sev2, sev3 }) => sum + sev1 + sev2 + sev3, 0)).toBe(4);
    expect(seconds(view.timeInState.declared?.ms)).toBe(5 * 60);
    expect(seconds(view.timeInState.acknowledged?.ms)).toBe(60 * 60);
  });

  it("tell how deadlines of postmortems and items were kept", async () => {
    const { postmortems, items, itemAges } = await incidentAnalytics(sre, { period: "30d" });
    expect(postmortems.publish).toEqual({ inTime: 0, late: 0, overdue: 1, pending: 0, rate: 0 });
    expect(items).toMatchObject({ opened: 2, done: 1, doneInTime: 1, overdue: 1, inTimeRate: 0.5 });
    expect(seconds(items.meanToDoneMs)).toBe((5 * DAY) / 1000);
    expect(itemAges.reduce((sum, each) => sum + each.items, 0)).toBe(1);
  });

  it("put an incident down to the release that a person named, else to the last rollout of its service, else to none", async () => {
    const guessed = await incidentAnalytics(sre, { period: "30d" });
    expect(guessed.attributions.map(({ incidentId, basis }) => [incidentId, basis])).toEqual([[blamed, "window"]]);
    expect(guessed.current.changeFailures).toEqual({ releases: 1, failed: 1, rate: 1 });
    await attributeIncident({ actor: sre }, { incidentId: other, releaseId, reason: "The job's caller was changed." });
    const { attributions } = await incidentAnalytics(sre, { period: "30d", service: "jobs" });
    expect(attributions).toMatchObject([{ incidentId: other, releaseId, basis: "explicit", service: "service-api" }]);
    const rows = await analyticsRows(sre, { period: "30d" });
    expect(rows.map(({ causeBasis, postmortemPublished }) => [causeBasis, postmortemPublished])).toEqual([
      [null, "overdue"],
      [null, null],
      ["window", null],
      ["explicit", null],
    ]);
  });

  it("refuse an unknown period or service, and show a limited token its own service alone", async () => {
    await expect(incidentAnalytics(sre, { period: "31d" })).rejects.toMatchObject({ code: "invalid" });
    await expect(incidentAnalytics(sre, { service: "nothing" })).rejects.toMatchObject({ code: "invalid" });
    const { actor } = await newToken(tenant, ["read"], { serviceId: tenant.service.id });
    await expect(incidentAnalytics(actor, {})).rejects.toMatchObject({ code: "invalid" });
    await expect(incidentAnalytics(actor, { service: "jobs" })).rejects.toMatchObject({ code: "forbidden" });
    expect((await incidentAnalytics(actor, { service: "service-api" })).current.incidents).toBe(4);
  });

  it("hold nobody to deadlines that were over before the postmortem was brought here", async () => {
    const actor = await newPerson(await newTenant(), ["sre-on-call"], "Pia Porter");
    const times = { declared: ago(20).toISOString(), resolved: ago(19).toISOString() };
    const old = { started: null, detected: null, acknowledged: null };
    await importPostmortem({ actor }, { document: importedDocument({ ...times, ...old }) });
    const { postmortems } = await incidentAnalytics(actor, { period: "30d" });
    expect(postmortems.publish).toMatchObject({ overdue: 0, pending: 1 });
  });
});
