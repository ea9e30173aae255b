import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor, TokenActor } from "@/lib/core/access";
import { whyNotDeployable } from "@/lib/core/gate/deployable";
import { countOf, ledgerOf } from "@/lib/testing/census";
import { manifestDocument } from "@/lib/testing/documents";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { requestInput } from "@/lib/testing/rehearsal-records";
import { approveAll, newApprovers, newRelease, readyRelease } from "@/lib/testing/release";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { decisionWithStanding } from "../gate/decision";
import { evaluateRelease } from "../gate/evaluate";
import { declareIncident } from "../incident/declare";
import { putManifest } from "../manifest/put";
import { setRoles } from "../person/set-roles";
import { advanceRelease } from "../release/advance";
import { denyWaiver } from "./deny";
import { waiverDetail } from "./detail";
import { grantWaiver } from "./grant";
import { requestWaiver } from "./request";
import { requestDetail } from "./request-detail";
import { listRequests } from "./request-queries";
import { revokeWaiver } from "./revoke";
import { withdrawWaiverRequest } from "./withdraw-request";

const database = openDatabase();
const DAY = 86_400_000;
let tenant: TestTenant;
let board: PersonActor;
let ana: PersonActor;
let pipeline: TokenActor;

beforeAll(async () => {
  tenant = await newTenant();
  board = await newPerson(tenant, ["change-board"], "Chris Board");
  ana = await newPerson(tenant, ["engineer"], "Ana Asker");
  pipeline = (await newToken(tenant)).actor;
});

const ask = async (more: object = {}, actor = ana) => {
  const { id: releaseId } = await newRelease(pipeline);
  const input = { ...requestInput(releaseId), ...more };
  const { id } = await requestWaiver({ actor }, input);
  return { id, releaseId, input };
};
type Asked = Awaited<ReturnType<typeof ask>>;
const grant = ({ id, input }: Asked, more: object = {}, actor = board) =>
  grantWaiver(confirmed(actor), { ...input, requestId: id, ...more });
const deny = ({ id }: Asked, actor = board) => denyWaiver({ actor }, { requestId: id, reason: "Mend it." });
const standingOf = async ({ id }: Asked) => (await requestDetail(ana, id)).standing;

/** Whom a notice of a kind was told. */
async function told(kind: string, key: string): Promise<string[]> {
  return asApp(database.web, { tenantId: tenant.tenantId }, async (client) => {
    const { rows } = await client.query(
      "select recipient_name as name from notification where kind = $1 and key = $2 order by 1",
      [kind, key],
    );
    return rows.map(({ name }) => name);
  });
}

describe("a requested waiver", () => {
  it("waives nothing until somebody else grants it, who is then named by it", async () => {
    const asked = await ask();
    const before = await countOf(database.web, tenant.tenantId, "waiver");
    expect(await requestDetail(board, asked.id)).toMatchObject({ standing: "open", deciding: { grantBar: null } });
    expect(await countOf(database.web, tenant.tenantId, "waiver")).toBe(before);
    const { id } = await grant(asked);
    expect(await requestDetail(ana, asked.id)).toMatchObject({
      standing: "granted",
      waiverId: id,
      decided: { by: "Chris Board" },
      differences: [],
      deciding: null,
    });
    expect((await waiverDetail(ana, id)).request).toMatchObject({ id: asked.id, requestedBy: "Ana Asker" });
    const entries = (await ledgerOf(database.web, tenant.tenantId)).slice(-2);
    expect(entries.map(({ command, body }) => [command, body.kind])).toEqual([
      ["waiver.request", "waiver-request"],
      ["waiver.grant", "waiver"],
    ]);
    expect(entries[1]?.body.subjects).toContain(asked.id);
  });

  it("is told to those who may grant it, and its decision to whoever asked", async () => {
    const both = await newPerson(tenant, ["change-board"], "Bea Board");
    const asked = await ask({}, both);
    expect(await told("waiver-requested", asked.id)).toEqual(["Chris Board"]);
    await deny(asked);
    expect(await told("waiver-decided", asked.id)).toEqual(["Bea Board"]);
  });

  it("is not told to the release's author, who could not grant it", async () => {
    const author = await newPerson(tenant, ["change-board"], "Arthur Author");
    const release = await newRelease(pipeline);
    const content = manifestDocument(release, { authors: [{ name: author.name, email: author.email }] });
    await putManifest({ actor: pipeline }, { releaseId: release.id, content });
    const { id } = await requestWaiver({ actor: author }, requestInput(release.id));
    expect(await told("waiver-requested", id)).not.toContain("Arthur Author");
    expect((await requestDetail(author, id)).deciding?.grantBar).toMatch(/You authored this release/);
  });

  it("is granted narrower and shorter, and says in what; never wider", async () => {
    const asked = await ask({ checkId: "suites.flake_rate" });
    const sooner = new Date(Date.parse(asked.input.expiresAt) - DAY / 2).toISOString();
    const later = new Date(Date.parse(asked.input.expiresAt) + 1000).toISOString();
    await expect(grant(asked, { expiresAt: later })).rejects.toMatchObject({ issues: [{ path: "expiresAt" }] });
    await expect(grant(asked, { checkId: "incidents.open" })).rejects.toMatchObject({ issues: [{ path: "checkId" }] });
    const elsewhere = { scope: { releaseId: (await newRelease(pipeline)).id } };
    await expect(grant(asked, elsewhere)).rejects.toMatchObject({ issues: [{ path: "requestId" }] });
    expect(await standingOf(asked)).toBe("open");
    await grant(asked, { finding: "unit", expiresAt: sooner });
    expect((await requestDetail(ana, asked.id)).differences.map(({ field }) => field)).toEqual([
      "finding",
      "expiresAt",
    ]);
    const narrow = await ask({ checkId: "suites.flake_rate", finding: "unit" });
    await expect(grant(narrow, { finding: undefined })).rejects.toMatchObject({ issues: [{ path: "finding" }] });
  });

  it("lapses with its release's end or the time it asked for, and can then not be granted", async () => {
    const asked = await ask({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    const late = { ...confirmed(board), clock: () => new Date(Date.now() + 61_000) };
    await expect(grantWaiver(late, { ...asked.input, requestId: asked.id })).rejects.toMatchObject({ code: "invalid" });
    expect(await standingOf(asked)).toBe("open");
    await advanceRelease(
      { actor: pipeline },
      { releaseId: asked.releaseId, stage: "aborted", status: "succeeded", note: "Given up." },
    );
    expect(await requestDetail(board, asked.id)).toMatchObject({ standing: "lapsed", deciding: null });
    await expect(grant(asked)).rejects.toMatchObject({ code: "conflict" });
    expect((await listRequests(ana, { state: "lapsed" })).items.map(({ id }) => id)).toEqual([asked.id]);
    expect((await listRequests(ana, { state: "open" })).items.map(({ id }) => id)).not.toContain(asked.id);
  });

  it("extends a waiver, once", async () => {
    const asked = await ask();
    const { id: oldId } = await grant(asked);
    const longer = { ...asked.input, expiresAt: new Date(Date.now() + 2 * DAY).toISOString(), supersedesId: oldId };
    const { id } = await requestWaiver({ actor: ana }, longer);
    expect((await waiverDetail(ana, oldId)).extensionRequested).toBe(id);
    const next = await grantWaiver(confirmed(board), { ...longer, supersedesId: undefined, requestId: id });
    expect((await waiverDetail(ana, next.id)).chain.map((each) => each.id)).toEqual([oldId, next.id]);
    await expect(requestWaiver({ actor: ana }, longer)).rejects.toMatchObject({ code: "conflict" });
    await revokeWaiver({ actor: board }, { waiverId: next.id, reason: "Mended." });
    await expect(requestWaiver({ actor: ana }, { ...longer, supersedesId: next.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("of several who decide at the same moment", () => {
  it("one is left, whether they grant, deny or withdraw, and at most one waiver", async () => {
    for (let round = 0; round < 4; round += 1) {
      const asked = await ask();
      const before = await countOf(database.web, tenant.tenantId, "waiver");
      const attempts = [
        grant(asked),
        deny(asked),
        grant(asked),
        withdrawWaiverRequest({ actor: ana }, { requestId: asked.id }),
      ];
      const results = await Promise.allSettled(attempts);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      for (const result of results) {
        if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
      }
      const granted = (await countOf(database.web, tenant.tenantId, "waiver")) - before;
      expect(granted).toBe((await standingOf(asked)) === "granted" ? 1 : 0);
    }
  });

  it("who ask for the same, one is told of the other", async () => {
    const { id: releaseId } = await newRelease(pipeline);
    const other = await newPerson(tenant, ["release-engineer"], "Rosa Release");
    const attempts = [ana, other].map((actor) => requestWaiver({ actor }, requestInput(releaseId)));
    const results = await Promise.allSettled(attempts);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    await requestWaiver({ actor: other }, { ...requestInput(releaseId, "suites.flake_rate"), finding: "unit" });
    await expect(
      requestWaiver({ actor: ana }, { ...requestInput(releaseId, "suites.flake_rate"), finding: "UNIT" }),
    ).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("is refused", () => {
  it("granting or denying what one asked for oneself, also without naming the request", async () => {
    const both = await newPerson(tenant, ["change-board", "engineer"], "Bo Both");
    const asked = await ask({}, both);
    await expect(grant(asked, {}, both)).rejects.toMatchObject({ code: "forbidden" });
    await expect(grantWaiver(confirmed(both), asked.input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(deny(asked, both)).rejects.toMatchObject({ code: "forbidden" });
    expect(await standingOf(asked)).toBe("open");
    await withdrawWaiverRequest({ actor: both }, { requestId: asked.id, reason: "Mended." });
    expect(await standingOf(asked)).toBe("withdrawn");
  });

  it("withdrawing what somebody else asked for", async () => {
    const asked = await ask();
    const other = await newPerson(tenant, ["engineer"]);
    const attempt = withdrawWaiverRequest({ actor: other }, { requestId: asked.id });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });

  it("asking for what nobody could grant", async () => {
    for (const [more, path] of [
      [{ checkId: "approvals.complete" }, "checkId"],
      [{ expiresAt: "2020-01-01T00:00:00Z" }, "expiresAt"],
      [{ expiresAt: new Date(Date.now() + 31 * DAY).toISOString() }, "expiresAt"],
      [{ justification: " " }, "justification"],
    ] as const) {
      await expect(ask(more)).rejects.toMatchObject({ code: "invalid", issues: [{ path }] });
    }
  });

  it("granting in a role that was taken away after the request to grant had begun", async () => {
    const leaving = await newPerson(tenant, ["change-board"], "Lea Leaving");
    const asked = await ask();
    await setRoles({ actor: tenant.admin }, { personId: leaving.id, roles: ["viewer"] });
    // The session was read before: its actor still has the role.
    expect(leaving.roles).toContain("change-board");
    await expect(grant(asked, {}, leaving)).rejects.toMatchObject({ code: "forbidden" });
    expect(await standingOf(asked)).toBe("open");
  });
});

it("an approve says since when one of the waivers that it rests on is worth nothing any more", async () => {
  const release = await readyRelease(pipeline);
  await declareIncident({ actor: ana }, { service: release.service, severity: "sev1", title: "All is down" });
  await approveAll(await newApprovers(tenant), release);
  const asked = requestInput(release.id);
  const { id: waiverId } = await grantWaiver(confirmed(board), asked);
  const { decisionId, verdict } = await evaluateRelease({ actor: pipeline }, { releaseId: release.id });
  expect(verdict.verdict).toBe("approve");
  const since = async () => {
    const { verdict: stored, standing, ...decision } = await decisionWithStanding(pipeline, decisionId);
    const reasons = whyNotDeployable({ ...decision, verdict: stored.verdict, standing }, 3600);
    return { states: standing.waivers.map(({ state }) => state), reasons };
  };
  expect(await since()).toEqual({ states: ["valid"], reasons: [] });
  const longer = { ...asked, supersedesId: waiverId };
  const { id: next } = await grantWaiver(confirmed(board), longer);
  expect(await since()).toEqual({ states: ["superseded"], reasons: [expect.stringContaining(waiverId)] });
  const again = await evaluateRelease({ actor: pipeline }, { releaseId: release.id });
  expect((await decisionWithStanding(pipeline, again.decisionId)).standing.waivers).toMatchObject([
    { id: next, state: "valid" },
  ]);
});

it("requests are listed by state, service and check, and page by key", async () => {
  const other = await newTenant();
  const [actor, token] = [await newPerson(other, ["engineer"]), (await newToken(other)).actor];
  const { id: releaseId } = await newRelease(token);
  const checks = ["incidents.open", "rehearsal.fresh", "rollout.window"];
  for (const check of checks) await requestWaiver({ actor }, requestInput(releaseId, check));
  const checksOf = async (filter: object) => (await listRequests(actor, filter)).items.map(({ checkId }) => checkId);
  expect(await checksOf({ check: "rehearsal.fresh" })).toEqual(["rehearsal.fresh"]);
  expect(await checksOf({ service: "service-api", q: "roll" })).toEqual(["rollout.window"]);
  expect(await checksOf({ service: "no-such" })).toEqual([]);
  expect(await checksOf({ state: "granted" })).toEqual([]);
  const first = await listRequests(actor, { size: 2 });
  const second = await listRequests(actor, { size: 2, after: first.next ?? "" });
  const seen = [...first.items, ...second.items].map(({ checkId }) => checkId);
  expect(seen).toEqual(checks.toReversed());
  expect(await listRequests(ana, { check: "rollout.window" })).toMatchObject({ items: [] });
});
