import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor, TokenActor } from "@/lib/core/access";
import { waiverInput } from "@/lib/testing/records";
import { openDatabase } from "@/lib/testing/registry";
import { type Approvers, newApprovers, newRelease } from "@/lib/testing/release";
import { rolledOut } from "@/lib/testing/rollout";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { liveVerdict } from "../gate/queries";
import { advanceRelease } from "../release/advance";
import { createRelease } from "../release/create";
import { createService } from "../service/create";
import { grantWaiver } from "../waiver/grant";
import { attributeIncident } from "./attribute";
import { declareIncident } from "./declare";
import { linkIncident } from "./link";
import { mergeIncident } from "./merge";
import { incidentDetail, listIncidents } from "./queries";
import { incidentsLinkedTo, incidentsOfRelease } from "./related";
import { reopenIncident } from "./reopen";
import { resolveIncident } from "./resolve";
import { setAffectedServices } from "./set-affected-services";
import { timelineOf } from "./timeline/queries";
import { unlinkIncident } from "./unlink";

openDatabase();
let tenant: TestTenant;
let actor: TokenActor;
let approvers: Approvers;
let ines: PersonActor;
/** On their way: one of `service-api`, one of `web`. */
let ofApi: string;
let ofWeb: string;

beforeAll(async () => {
  tenant = await newTenant();
  actor = (await newToken(tenant)).actor;
  approvers = await newApprovers(tenant);
  ines = await newPerson(tenant, ["incident-commander"], "Ines Commander");
  await createService({ actor: tenant.admin }, { slug: "web", name: "Web", owner: "them" });
  const { id, ...subject } = await newRelease(actor);
  ofApi = id;
  ofWeb = (await createRelease({ actor }, { ...subject, service: "web" })).id;
});

const declared = async (service: string, severity: string, more: object = {}) =>
  (await declareIncident({ actor: ines }, { service, severity, title: `${service} is down`, ...more })).id;
const resolve = (incidentId: string) => resolveIncident({ actor: ines }, { incidentId });

/** Whether the gate, and the page of each release, say that an incident is in the way. */
async function blocked(releaseId: string): Promise<boolean> {
  const { verdict } = await liveVerdict(ines, releaseId);
  const byGate = verdict.checks.find(({ id }) => id === "incidents.open")?.outcome !== "pass";
  const { items } = await incidentsOfRelease(ines, releaseId);
  expect(items.some(({ blocks }) => blocks)).toBe(byGate);
  return byGate;
}
const bothBlocked = async () => [await blocked(ofApi), await blocked(ofWeb)];

describe("an open Sev1", () => {
  it("blocks each service that it affects, as long as it affects it, and says which releases", async () => {
    expect(await bothBlocked()).toEqual([false, false]);
    const id = await declared("service-api", "sev1", { affectedServices: ["web"] });
    expect(await bothBlocked()).toEqual([true, true]);
    const { blocks } = await incidentDetail(ines, id);
    expect(blocks.map(({ releaseId }) => releaseId).sort()).toEqual([ofApi, ofWeb].sort());
    await setAffectedServices({ actor: ines }, { incidentId: id, services: ["web"] });
    expect(await bothBlocked()).toEqual([false, true]);
    expect((await incidentDetail(ines, id)).service).toBe("web");
    await resolve(id);
    expect(await bothBlocked()).toEqual([false, false]);
    await reopenIncident({ actor: ines }, { incidentId: id, reason: "It is back." });
    expect(await bothBlocked()).toEqual([false, true]);
    await resolve(id);
  });

  it("that ends as a duplicate unblocks nothing: the other one blocks instead, until it is resolved", async () => {
    const duplicate = await declared("web", "sev1", { startedAt: "2026-01-01T12:00:00Z" });
    await linkIncident({ actor: ines }, { incidentId: duplicate, kind: "release", targetId: ofWeb });
    const target = await declared("service-api", "sev3");
    expect(await bothBlocked()).toEqual([false, true]);
    await mergeIncident({ actor: ines }, { incidentId: duplicate, intoId: target });
    expect(await bothBlocked()).toEqual([true, true]);
    const [of, detail] = await Promise.all([incidentDetail(ines, duplicate), incidentDetail(ines, target)]);
    expect(of).toMatchObject({ state: "merged", mergedInto: { id: target, reference: detail.reference } });
    expect(detail).toMatchObject({
      ...{ severity: "sev1", services: ["service-api", "web"], startedAt: "2026-01-01T12:00:00.000Z" },
      duplicates: [{ id: duplicate, reference: of.reference }],
      links: [{ incidentId: duplicate, kind: "release", href: `/releases/${ofWeb}` }],
    });
    const { entries } = await timelineOf(ines, target);
    expect(entries.slice(1).map(({ kind, data }) => [kind, data])).toEqual([
      ["merge", { incident: duplicate, reference: of.reference, direction: "from" }],
      ["services", { before: ["service-api"], after: ["service-api", "web"] }],
      ["severity", { from: "sev3", to: "sev1" }],
    ]);
    await resolve(target);
    expect(await bothBlocked()).toEqual([false, false]);
  });

  it("blocks no release that a waiver lets past it, and still the others", async () => {
    const id = await declared("service-api", "sev1");
    const other = await newRelease(actor);
    await grantWaiver(confirmed(approvers["change-board"]), waiverInput(ofApi, "incidents.open"));
    const { items } = await incidentsOfRelease(ines, ofApi);
    expect(items.filter(({ blocks }) => blocks)).toEqual([]);
    expect((await incidentDetail(ines, id)).blocks.map(({ releaseId }) => releaseId)).toEqual([other.id]);
    await resolve(id);
  });
});

describe("of duplicates", () => {
  it("two that are merged into each other at once end as one that is open", async () => {
    const [one, other] = [await declared("web", "sev2"), await declared("web", "sev2")];
    const merges = await Promise.allSettled([
      mergeIncident({ actor: ines }, { incidentId: one, intoId: other }),
      mergeIncident({ actor: ines }, { incidentId: other, intoId: one }),
    ]);
    expect(merges.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const open = (await listIncidents(ines, { state: "open" })).items.map(({ id }) => id);
    expect(open.filter((id) => [one, other].includes(id))).toHaveLength(1);
  });

  it("the last in a chain leads to the one that goes on", async () => {
    const [first, second, third] = [
      await declared("web", "sev3"),
      await declared("web", "sev3"),
      await declared("web", "sev3"),
    ];
    await mergeIncident({ actor: ines }, { incidentId: first, intoId: second });
    await mergeIncident({ actor: ines }, { incidentId: second, intoId: third });
    expect((await incidentDetail(ines, first)).mergedInto?.id).toBe(third);
    const again = mergeIncident({ actor: ines }, { incidentId: third, intoId: first });
    await expect(again).rejects.toThrow("The other incident was merged into another one.");
  });
});

describe("an alert", () => {
  const firedAt = new Date(Date.now() - 600_000).toISOString();
  const raised = (key: string, service = "web", at = firedAt) =>
    declareIncident(
      { actor },
      { service, severity: "sev2", title: "Errors", alert: { source: "prometheus", key, firedAt: at } },
    );

  it("that comes twice at once declares one incident, and again is an entry more on it", async () => {
    const [one, other] = await Promise.all([raised("errors"), raised("errors")]);
    expect(one.id).toBe(other.id);
    expect([one.duplicate, other.duplicate].sort()).toEqual([false, true]);
    const again = await raised("errors", "service-api", new Date().toISOString());
    expect(again).toEqual({ id: one.id, reference: one.reference, duplicate: true });
    const detail = await incidentDetail(ines, one.id);
    expect(detail).toMatchObject({ detectedAt: firedAt, services: ["service-api", "web"] });
    const { entries } = await timelineOf(ines, one.id);
    expect(entries.map(({ kind }) => kind)).toEqual(["alert", "state", "alert", "services"]);
    expect(entries[0]).toMatchObject({ at: firedAt, data: { source: "prometheus", key: "errors", firedAt } });
  });

  it("of a duplicate leads to the incident that it was merged into, and once that is over declares another", async () => {
    const { id } = await raised("latency");
    const target = await declared("web", "sev2");
    await mergeIncident({ actor: ines }, { incidentId: id, intoId: target });
    expect(await raised("latency", "web", new Date().toISOString())).toMatchObject({ id: target, duplicate: true });
    await resolve(target);
    const next = await raised("latency");
    expect(next.duplicate).toBe(false);
    expect(next.id).not.toBe(id);
  });

  it("whose incident was declared anew is not opened again beside it", async () => {
    const first = await raised("disk");
    await resolve(first.id);
    const second = await raised("disk");
    const reopening = reopenIncident({ actor: ines }, { incidentId: first.id, reason: "It is back." });
    await expect(reopening).rejects.toThrow(`${second.reference} is open for the same alert`);
  });
});

it("what was rolled out last is suspected, with its way back and its signatures, until a person says what it was", async () => {
  const { id: releaseId, version } = await rolledOut(actor, approvers);
  const incidentId = await declared("service-api", "sev2");
  const [suspect] = (await incidentDetail(ines, incidentId)).suspects;
  expect(suspect).toMatchObject({ releaseId, isDeclaredService: true, isCause: false, minutesBefore: 0 });
  expect(suspect?.rollbackPlan).toEqual(expect.stringMatching(/\w/));
  expect(suspect?.signatures.map(({ name }) => name).sort()).toEqual(["Chris Board", "Paula Product", "Sam Reliable"]);
  await attributeIncident({ actor: ines }, { incidentId, releaseId, reason: "It began with the rollout." });
  const back = { releaseId, stage: "rolled_back", status: "succeeded", note: "Errors.", rolledBackTo: "1.0" };
  await advanceRelease({ actor }, back);
  const { items } = await incidentsOfRelease(ines, releaseId);
  expect(items).toMatchObject([{ id: incidentId, isCause: true, blocks: false }]);
  const entries = (await timelineOf(ines, incidentId)).entries.filter(({ kind }) => kind === "release");
  expect(entries.map(({ text, data }) => [text, data])).toEqual([
    [expect.stringMatching(/^Caused by service-api .*: It began with the rollout\.$/), { releaseId, isCause: true }],
    [`${version} (production) was rolled back.`, { releaseId, version, stage: "rolled_back", status: "succeeded" }],
  ]);
});

it("a link is made once and is seen from both ends, until it is taken away", async () => {
  const incidentId = await declared("web", "sev3");
  const wish = { incidentId, kind: "release", targetId: ofApi };
  const { id: linkId } = await linkIncident({ actor: ines }, wish);
  expect(await linkIncident({ actor: ines }, wish)).toEqual({ id: linkId });
  const seen = async () => (await incidentsLinkedTo(ines, "release", ofApi)).map(({ id }) => id);
  expect(await seen()).toEqual([incidentId]);
  expect((await incidentDetail(ines, incidentId)).links.map(({ id }) => id)).toEqual([linkId]);
  await unlinkIncident({ actor: ines }, { incidentId, linkId });
  expect(await seen()).toEqual([]);
  const { entries } = await timelineOf(ines, incidentId);
  expect(entries.filter(({ kind }) => kind === "link").map(({ data }) => data.removed)).toEqual([false, true]);
  const other = await declared("service-api", "sev3");
  await linkIncident({ actor: ines }, { incidentId, kind: "incident", targetId: other });
  expect((await incidentDetail(ines, other)).links).toMatchObject([{ incidentId, href: `/incidents/${incidentId}` }]);
  const nowhere = { incidentId, kind: "scorecard", targetId: ofApi };
  await expect(linkIncident({ actor: ines }, nowhere)).rejects.toMatchObject({ code: "invalid" });
});
