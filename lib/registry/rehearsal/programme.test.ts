import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor, TokenActor } from "@/lib/core/access";
import { rehearsalDocument } from "@/lib/testing/documents";
import { noticesOf } from "@/lib/testing/notices";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { localDay } from "@/lib/testing/rehearsal-records";
import { newRelease } from "@/lib/testing/release";
import { newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { listEnvironments } from "../environment/queries";
import { setRoles } from "../person/set-roles";
import { createService } from "../service/create";
import { rehearsalAgenda } from "./agenda";
import { cancelSession } from "./cancel-session";
import { endProgramme } from "./end-programme";
import { freshnessByService } from "./freshness";
import { moveSession } from "./move-session";
import { planRehearsal } from "./plan-session";
import { rehearsalDetail } from "./queries";
import { recordRehearsal } from "./record";
import { remediateRehearsal } from "./remediate";
import { noteMissedSessions, remindOfRehearsals } from "./remind";
import { setProgramme } from "./set-programme";

const database = openDatabase();
const DAY = 86_400_000;
let tenant: TestTenant;
let sre: PersonActor;
let pipeline: TokenActor;
let production: string;
let staging: string;
let services = 0;

beforeAll(async () => {
  tenant = await newTenant();
  sre = await newPerson(tenant, ["sre-on-call"], "Sam Reliable");
  pipeline = (await newToken(tenant)).actor;
  const idOf = async (slug: string) => (await listEnvironments(sre)).find((each) => each.slug === slug)?.id ?? "";
  [production, staging] = [await idOf("production"), await idOf("staging")];
});

/** A service of its own, in production. */
async function place(owner = "platform") {
  services += 1;
  const service = `rehearsed-${services}`;
  const { id } = await createService({ actor: tenant.admin }, { slug: service, name: service, owner });
  return { service, ids: { serviceId: id, environmentId: production } };
}
type Place = Awaited<ReturnType<typeof place>>;

/** A drill that ended so many hours ago. */
function rehearse({ service }: Place, outcome: "passed" | "failed" | "aborted" = "passed", hoursAgo = 1) {
  const subject = { service, environment: "production", version: "1", commit: "a".repeat(40) };
  const at = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const times = { started_at: at(hoursAgo + 0.5), finished_at: at(hoursAgo) };
  return recordRehearsal({ actor: pipeline }, { document: { ...rehearsalDocument(subject), outcome, ...times } });
}
const plan = ({ ids }: Place, days: number, more: object = {}) =>
  planRehearsal({ actor: sre }, { ...ids, localTime: localDay(days), zone: "Europe/Berlin", ...more });
/** A session that was planned for so many days ago, when that was still to come. */
const plannedAgo = ({ ids }: Place, days: number) =>
  planRehearsal(
    { actor: sre, clock: () => new Date(Date.now() - (days + 5) * DAY) },
    { ...ids, localTime: localDay(-days), zone: "UTC" },
  );
const cellOf = async ({ ids }: Place) => {
  const found = (await freshnessByService(sre)).services.find(({ id }) => id === ids.serviceId);
  return found?.cells.find(({ environmentId }) => environmentId === ids.environmentId);
};
const stateOf = async (sessionId: string): Promise<[string, string | null]> =>
  asApp(database.web, { tenantId: tenant.tenantId }, async (client) => {
    const { rows } = await client.query("select state, rehearsal_id from rehearsal_session where id = $1", [sessionId]);
    return [rows[0].state, rows[0].rehearsal_id];
  });

describe("a programme", () => {
  it("says when the next rehearsal is due, until it is replaced or ended; then the policy's age does", async () => {
    const here = await place();
    const passed = await rehearse(here);
    expect((await cellOf(here))?.isExpected).toBe(false);
    await setProgramme({ actor: sre }, { ...here.ids, cadence: { kind: "interval", days: 10 } });
    const { id } = await setProgramme(
      { actor: sre },
      { ...here.ids, cadence: { kind: "interval", days: 5 }, leadId: sre.id },
    );
    const cell = await cellOf(here);
    expect(cell).toMatchObject({
      isExpected: true,
      programme: { id, leadName: "Sam Reliable" },
      due: { basis: "programme" },
    });
    expect(cell?.indicator).toMatchObject({ word: "due_soon", dueInDays: 4 });
    await endProgramme({ actor: sre }, { programmeId: id });
    expect(await cellOf(here)).toMatchObject({
      programme: null,
      due: { dueAt: passed.freshness.dueAt, basis: "policy" },
    });
    await expect(endProgramme({ actor: sre }, { programmeId: id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("asks for no less than the policy, and is led by somebody of the tenant", async () => {
    const { ids } = await place();
    const set = (more: object) =>
      setProgramme({ actor: sre }, { ...ids, cadence: { kind: "monthly", day: 1 }, ...more });
    await expect(set({ cadence: { kind: "interval", days: 31 } })).rejects.toMatchObject({
      issues: [{ path: "cadence.days" }],
    });
    const stranger = (await newTenant()).admin.id;
    await expect(set({ leadId: stranger })).rejects.toMatchObject({ issues: [{ path: "leadId" }] });
    await expect(set({ environmentId: ids.serviceId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("of two that are set at the same moment one stands", async () => {
    const here = await place();
    const cadences = [7, 9, 11].map((days) => ({ kind: "interval", days }));
    await Promise.allSettled(cadences.map((cadence) => setProgramme({ actor: sre }, { ...here.ids, cadence })));
    const standing = await asApp(database.web, { tenantId: tenant.tenantId }, (client) =>
      client.query("select 1 from rehearsal_programme where service_id = $1 and ended_at is null", [
        here.ids.serviceId,
      ]),
    );
    expect(standing.rowCount).toBe(1);
  });

  it("is the policy's where something runs in production, and none elsewhere", async () => {
    await newRelease(pipeline);
    await newRelease(pipeline, "staging");
    const found = (await freshnessByService(sre)).services.find(({ id }) => id === tenant.service.id);
    const expected = found?.cells.filter(({ isExpected }) => isExpected).map(({ environmentId }) => environmentId);
    expect(expected).toEqual([production]);
    expect(expected).not.toContain(staging);
  });
});

describe("a planned session", () => {
  it("is moved and cancelled, and is on the agenda of its day until then", async () => {
    const here = await place();
    const { id } = await plan(here, 3);
    const daysWith = async () => {
      const { agenda } = await rehearsalAgenda(sre);
      return agenda.days.filter(({ items }) => items.some(({ key }) => key === `session ${id}`)).map(({ on }) => on);
    };
    expect(await daysWith()).toEqual([localDay(3).slice(0, 10)]);
    await moveSession({ actor: sre }, { sessionId: id, localTime: localDay(8), zone: "UTC", leadId: sre.id });
    expect(await daysWith()).toEqual([localDay(8).slice(0, 10)]);
    await cancelSession({ actor: sre }, { sessionId: id, reason: "A holiday." });
    expect(await daysWith()).toEqual([]);
    const again = { sessionId: id, localTime: localDay(9), zone: "UTC" };
    await expect(moveSession({ actor: sre }, again)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is done by the rehearsal that is nearest to it, and by no other", async () => {
    const here = await place();
    const [near, far] = [await plan(here, 2), await plan(here, 5)];
    const elsewhere = await plan(await place(), 1);
    const { id } = await rehearse(here);
    expect(await stateOf(near.id)).toEqual(["done", id]);
    expect((await stateOf(far.id))[0]).toBe("planned");
    expect((await stateOf(elsewhere.id))[0]).toBe("planned");
    expect((await rehearsalDetail(sre, id)).session).toMatchObject({ zone: "Europe/Berlin" });
  });

  it("is missed once its day is over, once, however often that is noted; a rehearsal recorded late makes it done", async () => {
    const here = await place();
    const [gone, coming] = [await plannedAgo(here, 2), await plan(here, 1)];
    const now = new Date();
    await Promise.all([noteMissedSessions(tenant.tenantId, now), noteMissedSessions(tenant.tenantId, now)]);
    await noteMissedSessions(tenant.tenantId, now);
    expect([await stateOf(gone.id), await stateOf(coming.id)]).toEqual([
      ["missed", null],
      ["planned", null],
    ]);
    const entries = await asApp(database.web, { tenantId: tenant.tenantId }, (client) =>
      client.query("select command from ledger_entry where command = 'rehearsal.miss-session'"),
    );
    expect(entries.rowCount).toBe(1);
    const { id } = await rehearse(here, "passed", 47);
    expect(await stateOf(gone.id)).toEqual(["done", id]);
  });
});

describe("a failed rehearsal", () => {
  it("is told, leaves its owner one thing to do, and is linked to the one that repeats it", async () => {
    const owner = await newPerson(tenant, ["viewer"], "Olga Owner");
    const engineer = await newPerson(tenant, ["release-engineer"], "Rosa Release");
    const here = await place(owner.email);
    const before = await rehearse(here, "passed", 9);
    const failed = await rehearse(here, "failed", 8);
    const told = await noticesOf(database.web, tenant.tenantId, "rehearsal-failed");
    expect(told).toEqual(["Olga Owner", "Rosa Release", "Sam Reliable"].map((name) => `${failed.id} → ${name}`));
    const item = (await rehearsalDetail(sre, failed.id)).actionItem;
    expect(item).toMatchObject({ state: "open", ownerName: owner.email, overdue: false });
    expect(Date.parse(item?.dueAt ?? "") - Date.now()).toBeGreaterThan(6.9 * DAY);
    expect((await cellOf(here))?.indicator.word).toBe("failed");
    await remediateRehearsal({ actor: engineer }, { rehearsalId: failed.id, remediation: "Both formats are read." });
    expect(await rehearsalDetail(sre, failed.id)).toMatchObject({ remediatedBy: "Rosa Release", repeatedBy: null });
    await rehearse(here, "aborted", 6);
    expect((await rehearsalDetail(sre, failed.id)).actionItem?.state).toBe("open");
    const passed = await rehearse(here, "passed", 4);
    await rehearse(here, "passed", 2);
    expect((await rehearsalDetail(sre, failed.id)).repeatedBy?.id).toBe(passed.id);
    expect((await rehearsalDetail(sre, passed.id)).repeats.map(({ id }) => id)).toEqual([failed.id]);
    expect((await rehearsalDetail(sre, failed.id)).actionItem?.state).toBe("done");
    expect(await rehearsalDetail(sre, before.id)).toMatchObject({ repeats: [], repeatedBy: null, actionItem: null });
    expect((await cellOf(here))?.indicator.word).toBe("fresh");
  });
});

describe("reminders", () => {
  it("come a week and a day before a rehearsal is due and once it is stale, each once, to its lead", async () => {
    const other = await newTenant();
    const [lead, planner] = [
      await newPerson(other, ["sre-on-call"], "Lea Lead"),
      await newPerson(other, ["sre-on-call"], "Paul Planner"),
    ];
    const { actor } = await newToken(other);
    await newRelease(actor);
    const environment = { service: "service-api", environment: "production", version: "1", commit: "a".repeat(40) };
    const { freshness } = await recordRehearsal({ actor }, { document: rehearsalDocument(environment) });
    const due = Date.parse(freshness.dueAt ?? "");
    const remindAt = async (daysBefore: number) => {
      const now = new Date(due - daysBefore * DAY);
      await remindOfRehearsals(other.tenantId, now);
      await Promise.all([remindOfRehearsals(other.tenantId, now), remindOfRehearsals(other.tenantId, now)]);
      const told = await noticesOf(database.web, other.tenantId, "rehearsal-due");
      return told.map((text) => text.replace(/^.*:(\w+) → /, "$1 → "));
    };
    expect(await remindAt(7.001)).toEqual([]);
    const weekAhead = ["7d → Lea Lead", "7d → Paul Planner"];
    expect(await remindAt(7)).toEqual(weekAhead);
    const production = (await listEnvironments(lead)).find(({ slug }) => slug === "production")?.id ?? "";
    const programme = {
      serviceId: other.service.id,
      environmentId: production,
      cadence: { kind: "interval", days: 30 },
    };
    await setProgramme({ actor: planner }, { ...programme, leadId: lead.id });
    expect(await remindAt(1)).toEqual(["1d → Lea Lead", ...weekAhead]);
    await setRoles({ actor: other.admin }, { personId: lead.id, roles: [] });
    expect(await remindAt(-0.001)).toEqual(["1d → Lea Lead", ...weekAhead, "stale → Paul Planner"]);
  });
});
