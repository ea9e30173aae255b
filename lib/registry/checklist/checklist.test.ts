import { beforeAll, expect, it } from "vitest";
import type { PersonActor, TokenActor } from "@/lib/core/access";
import { metricsDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { type Approvers, newApprovers, readyRelease, type TestRelease } from "@/lib/testing/release";
import { rolledOut } from "@/lib/testing/rollout";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { addDashboard } from "../dashboard/add";
import { changeDashboard } from "../dashboard/change";
import { listDashboards } from "../dashboard/queries";
import { removeDashboard } from "../dashboard/remove";
import { addMetric } from "../metric-catalogue/add";
import { changeMetric } from "../metric-catalogue/change";
import { listMetrics, uncataloguedMetrics } from "../metric-catalogue/queries";
import { removeMetric } from "../metric-catalogue/remove";
import { submitMetrics } from "../metrics/submit";
import { confirmChecklist } from "./confirm";
import { releaseChecklist } from "./queries";

openDatabase();
let tenant: TestTenant;
let pipeline: TokenActor;
let approvers: Approvers;
let engineer: PersonActor;

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
  approvers = await newApprovers(tenant);
  engineer = await newPerson(tenant, ["release-engineer"], "Rae Lease");
});

async function measureAlso(release: TestRelease, ...names: string[]) {
  const document = metricsDocument(release, `more-${release.version}-${names.join()}`);
  const metrics = [...document.metrics, ...names.map((name) => ({ name, value: 1 }))];
  await submitMetrics({ actor: pipeline }, { service: release.service, document: { ...document, metrics } });
}
const runbooksOf = async ({ id }: TestRelease) => {
  const { items, confirmable } = await releaseChecklist(pipeline, id);
  const { state, why } = items.find((item) => item.id === "runbooks") ?? { state: null, why: "" };
  return { state, why, confirmable };
};

it("new metrics keep the checklist open until each has a runbook or a person's reason", async () => {
  const before = await rolledOut(pipeline, approvers);
  await measureAlso(before, "queue_depth");
  const release = await rolledOut(pipeline, approvers);
  await measureAlso(release, "queue_depth", "cache_hits", "cache_size");
  expect(await runbooksOf(release)).toMatchObject({ state: "open", confirmable: ["cache_hits", "cache_size"] });
  const runbookUrl = "https://runbooks.example.com/cache";
  const { id } = await addMetric(
    { actor: engineer },
    { service: "service-api", name: "cache_hits", owner: "platform" },
  );
  expect((await runbooksOf(release)).confirmable).toEqual(["cache_hits", "cache_size"]);
  await changeMetric({ actor: engineer }, { metricId: id, name: "cache_hits", owner: "platform", runbookUrl });
  expect((await runbooksOf(release)).confirmable).toEqual(["cache_size"]);
  const word = { releaseId: release.id, item: "runbooks", reason: "It is the same alert." };
  await expect(confirmChecklist({ actor: pipeline }, word)).rejects.toMatchObject({ code: "forbidden" });
  await confirmChecklist({ actor: engineer }, word);
  expect(await runbooksOf(release)).toEqual({
    state: "done",
    why: "Rae Lease confirmed: It is the same alert.",
    confirmable: null,
  });
  await expect(confirmChecklist({ actor: engineer }, word)).rejects.toMatchObject({ code: "conflict" });
  await measureAlso(release, "another_one");
  expect((await runbooksOf(release)).confirmable).toEqual(["another_one"]);
});

it("before production the checklist says what will be computed, and only the rehearsal is judged", async () => {
  const { items, released } = await releaseChecklist(pipeline, (await readyRelease(pipeline)).id);
  expect(released).toBe(false);
  expect(items.map(({ id, state }) => `${id} ${state}`).slice(0, 3)).toEqual([
    "archived open",
    "rehearsal done",
    "notified open",
  ]);
});

it("the metric catalogue: names seen without an entry are offered, one entry a name, changed and removed on record", async () => {
  const other = await newTenant();
  const actor = (await newToken(other)).actor;
  const release = await readyRelease(actor);
  const document = metricsDocument(release, "seen");
  const metrics = [...document.metrics, { name: "queue_depth", value: 3 }];
  await submitMetrics({ actor }, { service: release.service, document: { ...document, metrics } });
  expect(await uncataloguedMetrics(actor, {})).toEqual([{ service: "service-api", name: "queue_depth" }]);
  const admin = { actor: other.admin };
  const entry = { service: "service-api", name: "queue_depth", owner: "platform", unit: "jobs" };
  const { id } = await addMetric(admin, entry);
  await expect(addMetric(admin, entry)).rejects.toMatchObject({ code: "conflict", issues: [{ path: "name" }] });
  await expect(addMetric(admin, { ...entry, name: "x", runbookUrl: "javascript:alert(1)" })).rejects.toMatchObject({
    code: "invalid",
  });
  expect(await uncataloguedMetrics(actor, {})).toEqual([]);
  expect((await listMetrics(actor, { service: "service-api", q: "queue" })).items).toMatchObject([
    { id, unit: "jobs" },
  ]);
  expect((await listMetrics(actor, { after: "service-api queue_depth" })).items).toEqual([]);
  await removeMetric(admin, { metricId: id });
  expect((await listMetrics(actor, {})).items).toEqual([]);
});

it("dashboards: an unknown placeholder and a label that is taken are refused, each at its field", async () => {
  const admin = { actor: tenant.admin };
  const dashboard = { serviceId: null, label: "Latency", urlTemplate: "https://grafana.example.com/d/{service}" };
  await expect(
    addDashboard(admin, { ...dashboard, urlTemplate: "https://grafana.example.com/{pod}" }),
  ).rejects.toMatchObject({
    issues: [{ path: "urlTemplate", message: expect.stringContaining("{pod} is not known") }],
  });
  const { id } = await addDashboard(admin, dashboard);
  await expect(addDashboard(admin, dashboard)).rejects.toMatchObject({ code: "conflict", issues: [{ path: "label" }] });
  await addDashboard(admin, { ...dashboard, serviceId: tenant.service.id });
  await changeDashboard(admin, { ...dashboard, dashboardId: id, label: "Errors" });
  expect((await listDashboards(pipeline)).map(({ label, service }) => [label, service?.slug ?? null])).toEqual([
    ["Errors", null],
    ["Latency", "service-api"],
  ]);
  await removeDashboard(admin, { dashboardId: id });
  await expect(removeDashboard(admin, { dashboardId: id })).rejects.toMatchObject({ code: "not_found" });
});
