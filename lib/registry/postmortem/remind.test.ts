import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { DEFAULT_INCIDENT_POLICY } from "@/lib/core/incident/policy";
import { noticesOf } from "@/lib/testing/notices";
import { approvedPostmortem, enoughContent } from "@/lib/testing/postmortem-records";
import { openDatabase } from "@/lib/testing/registry";
import { newPerson, newTenant, type TestTenant } from "@/lib/testing/tenant";
import { closeIncident } from "../incident/close";
import { declareIncident } from "../incident/declare";
import { resolveIncident } from "../incident/resolve";
import { changeIncidentPolicy } from "../incident-policy/change";
import { answerReview } from "./answer-review";
import { beginPostmortem } from "./begin";
import { completePostmortem } from "./complete";
import { publishPostmortem } from "./publish";
import { duePostmortems, postmortemView } from "./queries";
import { remindOfPostmortems } from "./remind";
import { requestReview } from "./request-review";
import { savePostmortem } from "./save";

const database = openDatabase();
/** When the incident was resolved; everything else is counted in hours from here. */
const RESOLVED = Date.now();
const at = (hours: number) => new Date(RESOLVED + hours * 3_600_000);
const clock = (hours: number) => ({ clock: () => at(hours) });

let tenant: TestTenant;
let commander: PersonActor;
let reviewer: PersonActor;
let board: PersonActor;
let incidentId: string;

beforeAll(async () => {
  tenant = await newTenant();
  commander = await newPerson(tenant, ["incident-commander"], "Carla");
  reviewer = await newPerson(tenant, ["engineer"], "Remy");
  board = await newPerson(tenant, ["change-board"], "Bo");
  await newPerson(tenant, ["product-owner"], "Polly");
  const said = { service: tenant.service.slug, severity: "sev1", title: "All is down", takeCommand: true };
  ({ id: incidentId } = await declareIncident({ actor: commander, ...clock(-1) }, said));
  await resolveIncident({ actor: commander, ...clock(0) }, { incidentId });
});

/** What a sweep at this hour tells that was not told before, as "deadline: names". */
async function toldAt(hours: number): Promise<string[]> {
  const before = await noticesOf(database.web, tenant.tenantId, "postmortem-due");
  await remindOfPostmortems(tenant.tenantId, at(hours));
  // Again, as after a sweep that was cut off.
  await remindOfPostmortems(tenant.tenantId, at(hours));
  const after = await noticesOf(database.web, tenant.tenantId, "postmortem-due");
  const prefix = `postmortem:${incidentId}:${at(0).toISOString()}:`;
  return after.filter((each) => !before.includes(each)).map((each) => each.replace(prefix, ""));
}

describe("by an injected clock, from the resolution through 48 and 72 hours and beyond", () => {
  it("reminds the commander before the deadline of publishing, as the policy says, each once", async () => {
    expect(await toldAt(23)).toEqual([]);
    expect(await toldAt(24)).toEqual(["publish:24h before → Carla"]);
    expect(await toldAt(43)).toEqual([]);
    expect(await toldAt(44)).toEqual(["publish:4h before → Carla"]);
    expect(await toldAt(48)).toEqual(["complete:24h before → Carla"]);
  });

  it("tells leadership as soon as it is overdue, and reminds every day", async () => {
    expect(await toldAt(48.01)).toEqual([
      "publish:0d after → Carla",
      "publish:week 0 after → Bo",
      "publish:week 0 after → Polly",
    ]);
    expect(await toldAt(60)).toEqual([]);
    expect(await toldAt(72)).toEqual(["complete:4h before → Carla", "publish:1d after → Carla"]);
  });

  it("published, only the review is reminded of: its reviewers too, and leadership once it is overdue", async () => {
    const actor = commander;
    await beginPostmortem({ actor, ...clock(73) }, { incidentId });
    await savePostmortem({ actor, ...clock(73) }, { incidentId, basedOn: 1, fields: enoughContent });
    await publishPostmortem({ actor, ...clock(73) }, { incidentId, revision: 2 });
    await requestReview({ actor, ...clock(73) }, { incidentId, reviewerIds: [reviewer.id] });
    expect(await toldAt(73)).toEqual([
      "complete:0d after → Carla",
      "complete:0d after → Remy",
      "complete:week 0 after → Bo",
      "complete:week 0 after → Polly",
    ]);
    expect(await toldAt(97)).toEqual(["complete:1d after → Carla", "complete:1d after → Remy"]);
    const week = await toldAt(72.5 + 7 * 24);
    expect(week).toContain("complete:week 1 after → Bo");
  });

  it("goes on after the incident was closed, and ends when the review is completed", async () => {
    // A policy that asks for none lets it be closed without; asked for again, it is owed again.
    const { postmortem, ...rest } = DEFAULT_INCIDENT_POLICY;
    const change = (basedOn: number, policy: object) =>
      changeIncidentPolicy({ actor: board }, { basedOn, policy, reason: "Tried without for a while." });
    await change(0, { ...rest, postmortem: { ...postmortem, requiredFor: [] } });
    expect(await toldAt(300)).toEqual([]);
    await closeIncident({ actor: commander, ...clock(300) }, { incidentId });
    await change(1, DEFAULT_INCIDENT_POLICY);
    expect(await toldAt(301)).toContain("complete:9d after → Carla");
    await answerReview({ actor: reviewer, ...clock(302) }, { incidentId, answer: "approve", revision: 2 });
    await completePostmortem({ actor: commander, ...clock(302) }, { incidentId });
    expect(await toldAt(326)).toEqual([]);
  });
});

it("stands on everybody's overview once it is overdue, and before that on the commander's and the reviewers'", async () => {
  const other = await newTenant();
  const actor = await newPerson(other, ["incident-commander"]);
  const viewer = await newPerson(other, ["viewer"]);
  const say = async (hoursAgo: number) => {
    const said = { service: other.service.slug, severity: "sev2", title: `${hoursAgo}`, takeCommand: true };
    const { id } = await declareIncident({ actor, ...clock(-hoursAgo) }, said);
    await resolveIncident({ actor, ...clock(-hoursAgo) }, { incidentId: id });
    return id;
  };
  await say(50);
  const recent = await say(10);
  const asked = await newPerson(other, ["engineer"]);
  await beginPostmortem({ actor }, { incidentId: recent });
  await requestReview({ actor }, { incidentId: recent, reviewerIds: [asked.id] });
  const titles = async (who: PersonActor) => (await duePostmortems(who)).items.map(({ title }) => title);
  expect(await titles(viewer)).toEqual(["50"]);
  expect(await titles(actor)).toEqual(["50", "10"]);
  expect(await titles(asked)).toEqual(["50", "10"]);
  expect((await postmortemView(viewer, recent)).deadlines).toMatchObject({ publish: "not-due", complete: "not-due" });
});

it("nothing is owed while the incident is open, nor of a completed postmortem", async () => {
  const other = await newTenant();
  const publisher = await newPerson(other, ["incident-commander"]);
  const someone = await newPerson(other, ["engineer"]);
  const done = await approvedPostmortem({ publisher, reviewer: someone }, other.service.slug, clock(-100));
  await completePostmortem({ actor: publisher, ...clock(-100) }, { incidentId: done });
  await declareIncident(
    { actor: publisher, ...clock(-100) },
    { service: other.service.slug, severity: "sev1", title: "x" },
  );
  expect((await duePostmortems(publisher)).items).toEqual([]);
});
