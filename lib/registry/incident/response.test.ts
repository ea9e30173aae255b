import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { DEFAULT_INCIDENT_POLICY } from "@/lib/core/incident/policy";
import { noticesOf } from "@/lib/testing/notices";
import { openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { changeIncidentPolicy } from "../incident-policy/change";
import { acknowledgeIncident } from "./acknowledge";
import { changeSeverity } from "./change-severity";
import { closeIncident } from "./close";
import { declareIncident } from "./declare";
import { handOverRole } from "./hand-over-role";
import { leaveRole } from "./leave-role";
import { moveIncident } from "./move";
import { incidentDetail, listIncidents } from "./queries";
import { remindOfUpdates } from "./remind-updates";
import { reopenIncident } from "./reopen";
import { resolveIncident } from "./resolve";
import { takeRole } from "./take-role";
import { timelineOf } from "./timeline/queries";

const database = openDatabase();
let tenant: TestTenant;
let ines: PersonActor;
let sam: PersonActor;
let erin: PersonActor;
let board: PersonActor;

beforeAll(async () => {
  tenant = await newTenant();
  ines = await newPerson(tenant, ["incident-commander"], "Ines Commander");
  sam = await newPerson(tenant, ["sre-on-call"], "Sam Reliable");
  erin = await newPerson(tenant, ["engineer"], "Erin Engineer");
  board = await newPerson(tenant, ["change-board"], "Chris Board");
});

async function declared(severity = "sev2", by: PersonActor = erin, clock?: () => Date): Promise<string> {
  const input = { service: tenant.service.slug, severity, title: "Queues grow", impact: "Reviews are late." };
  return (await declareIncident({ actor: by, clock }, input)).id;
}
const entriesOf = async (id: string, kind: string) =>
  (await timelineOf(ines, id)).entries.filter((entry) => entry.kind === kind);

describe("whoever was told", () => {
  it("says once that they are on it; the first to say so moves the incident on", async () => {
    const id = await declared();
    expect(await noticesOf(database.web, tenant.tenantId, "incident-declared")).toEqual([
      `incident:${id} → Ines Commander`,
      `incident:${id} → Sam Reliable`,
    ]);
    expect(await acknowledgeIncident({ actor: sam }, { incidentId: id })).toMatchObject({ state: "acknowledged" });
    const first = (await incidentDetail(ines, id)).acknowledgedAt;
    await acknowledgeIncident({ actor: sam }, { incidentId: id });
    await acknowledgeIncident({ actor: ines }, { incidentId: id });
    const detail = await incidentDetail(ines, id);
    expect(detail.acknowledgedAt).toBe(first);
    expect(detail.told.map(({ recipient, acknowledgedAt }) => [recipient, acknowledgedAt !== null])).toEqual([
      ["Ines Commander", true],
      ["Sam Reliable", true],
    ]);
    const said = await entriesOf(id, "acknowledgement");
    expect(said.map(({ by, data }) => [by.name, data])).toEqual([
      ["Sam Reliable", { from: "declared", to: "acknowledged" }],
      ["Ines Commander", {}],
    ]);
  });

  it("of a lesser incident is more when it is raised, and everybody else hears only of the change", async () => {
    const id = await declared("sev3");
    const toldOf = async (kind: string) =>
      (await noticesOf(database.web, tenant.tenantId, kind)).filter((notice) => notice.includes(id));
    expect(await toldOf("incident-declared")).toEqual([`incident:${id} → Sam Reliable`]);
    await changeSeverity({ actor: ines }, { incidentId: id, severity: "sev1", reason: "All of it is down." });
    expect(await toldOf("incident-declared")).toEqual([
      `incident:${id} → Chris Board`,
      `incident:${id} → Sam Reliable`,
    ]);
    expect(await toldOf("incident-changed")).toEqual([`incident:${id}:2 → Sam Reliable`]);
    expect((await entriesOf(id, "severity")).map(({ data }) => data)).toEqual([{ from: "sev3", to: "sev1" }]);
  });
});

describe("a role", () => {
  it("has one holder at a time: of two who take it at once, one is told who has it", async () => {
    const incidentId = await declared();
    const takes = await Promise.allSettled(
      [ines, sam].map((actor) => takeRole({ actor }, { incidentId, role: "commander" })),
    );
    expect(takes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { commander, roles } = await incidentDetail(ines, incidentId);
    const refused = takes.find((take) => take.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "conflict", message: `${commander} has command already.` });
    expect(roles.map(({ name }) => name)).toEqual([commander]);
  });

  it("is handed over with its times: one ends when the other begins, and the timeline says who", async () => {
    const incidentId = await declared("sev1", ines);
    await takeRole({ actor: ines }, { incidentId, role: "commander" });
    const handed = { incidentId, role: "commander", personId: sam.id, note: "My shift is over." };
    const { since } = await handOverRole({ actor: ines }, handed);
    const { roleHistory, commander } = await incidentDetail(ines, incidentId);
    expect({ commander, roleHistory }).toEqual({
      commander: "Sam Reliable",
      roleHistory: [
        expect.objectContaining({ name: "Ines Commander", until: since }),
        expect.objectContaining({ name: "Sam Reliable", since, until: null }),
      ],
    });
    const [taken, given] = await entriesOf(incidentId, "role");
    const [inesIs, samIs] = [
      { id: ines.id, name: "Ines Commander" },
      { id: sam.id, name: "Sam Reliable" },
    ];
    expect(taken?.data).toEqual({ role: "commander", from: null, to: inesIs });
    expect(given?.data).toEqual({ role: "commander", from: inesIs, to: samIs });
    await leaveRole({ actor: sam }, { incidentId, role: "commander" });
    expect((await incidentDetail(ines, incidentId)).commander).toBeNull();
  });

  it("command goes to nobody who may not command, while anybody may write things down", async () => {
    const incidentId = await declared();
    await takeRole({ actor: ines }, { incidentId, role: "commander" });
    await takeRole({ actor: ines }, { incidentId, role: "scribe" });
    const toErin = (role: string) => handOverRole({ actor: ines }, { incidentId, role, personId: erin.id });
    await expect(toErin("commander")).rejects.toMatchObject({
      code: "invalid",
      issues: [{ path: "personId", message: expect.stringMatching("^Erin Engineer may not command an incident") }],
    });
    expect(await toErin("scribe")).toMatchObject({ personId: erin.id });
    expect(await toErin("communications")).toMatchObject({ personId: erin.id });
    const given = (await entriesOf(incidentId, "role")).at(-1);
    expect(given?.text).toBe("Ines Commander gave communications to Erin Engineer.");
    expect(given?.data).toMatchObject({ role: "communications", from: null, to: { name: "Erin Engineer" } });
    await expect(leaveRole({ actor: ines }, { incidentId, role: "scribe" })).rejects.toThrow(
      "Erin Engineer has the scribe's role; hand it over instead.",
    );
  });
});

describe("an incident that is over", () => {
  it("owes no update until it is opened again, and then has no end", async () => {
    const incidentId = await declared();
    await moveIncident({ actor: sam }, { incidentId, state: "mitigated" });
    await resolveIncident({ actor: sam }, { incidentId, note: "1.9 is back." });
    expect(await incidentDetail(ines, incidentId)).toMatchObject({ state: "resolved", nextUpdateAt: null });
    await expect(resolveIncident({ actor: sam }, { incidentId })).rejects.toMatchObject({ code: "conflict" });
    await reopenIncident({ actor: ines }, { incidentId, reason: "It is back." });
    const again = await incidentDetail(ines, incidentId);
    expect(again).toMatchObject({ state: "acknowledged", resolvedAt: null, mitigatedAt: null });
    expect(again.nextUpdateAt).not.toBeNull();
    const states = (await entriesOf(incidentId, "state")).map(({ data: { from, to } }) => [from, to]);
    expect(states).toEqual([
      [null, "declared"],
      ["declared", "mitigated"],
      ["mitigated", "resolved"],
      ["resolved", "acknowledged"],
    ]);
  });

  it("is closed only after its postmortem, where the policy asks for one", async () => {
    const incidentId = await declared("sev3");
    const close = () => closeIncident({ actor: ines }, { incidentId });
    await expect(close()).rejects.toThrow("still open");
    await resolveIncident({ actor: sam }, { incidentId });
    await expect(close()).rejects.toThrow("Its postmortem is not completed");
    const postmortem = { ...DEFAULT_INCIDENT_POLICY.postmortem, requiredFor: ["sev1", "sev2"] };
    const change = { basedOn: 0, policy: { ...DEFAULT_INCIDENT_POLICY, postmortem }, reason: "Small ones are many." };
    await changeIncidentPolicy({ actor: board }, change);
    await close();
    await expect(reopenIncident({ actor: ines }, { incidentId, reason: "No." })).rejects.toThrow("is closed already");
  });
});

it("a late update is asked of whoever leads, then of all who respond, each interval once, until it is given", async () => {
  const began = new Date(Date.now() - 5 * 3_600_000);
  const at = (minutes: number) => new Date(began.getTime() + minutes * 60_000);
  const incidentId = await declared("sev2", erin, () => began);
  await takeRole({ actor: ines, clock: () => began }, { incidentId, role: "commander" });
  const askedAt = async (minutes: number) => {
    await Promise.all([at(minutes), at(minutes)].map((now) => remindOfUpdates(tenant.tenantId, now)));
    const notices = await noticesOf(database.web, tenant.tenantId, "incident-update-due");
    const ours = notices.filter((notice) => notice.startsWith(incidentId));
    return ours.map((notice) => notice.slice(notice.lastIndexOf(":") + 1));
  };
  expect(await askedAt(59)).toEqual([]);
  expect(await askedAt(60)).toEqual(["1 → Ines Commander"]);
  expect(await askedAt(119)).toEqual(["1 → Ines Commander"]);
  const twice = ["1 → Ines Commander", "2 → Ines Commander", "2 → Sam Reliable"];
  expect(await askedAt(120)).toEqual(twice);
  await resolveIncident({ actor: sam }, { incidentId });
  expect(await askedAt(400)).toEqual(twice);
});

it("a list is narrowed by what its filter says, and a reference finds one alone", async () => {
  const id = await declared("sev1");
  const { reference, declaredAt } = await incidentDetail(ines, id);
  const found = async (filter: Parameters<typeof listIncidents>[1]) =>
    (await listIncidents(erin, filter)).items.map((item) => item.id);
  const day = declaredAt.slice(0, 10);
  expect(await found({ q: reference.toLowerCase() })).toEqual([id]);
  expect((await found({ state: "open", severity: "sev1", service: tenant.service.slug, from: day, to: day }))[0]).toBe(
    id,
  );
  expect(await found({ state: "merged" })).toEqual([]);
  expect(await found({ to: "2020-01-01" })).toEqual([]);
  await expect(found({ from: "2020-02-30" })).rejects.toMatchObject({ code: "invalid" });
});
