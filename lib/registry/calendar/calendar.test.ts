import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { freezeInput, laterWindowInput } from "@/lib/testing/calendar-records";
import { ledgerOf } from "@/lib/testing/census";
import { ARTIFACT, manifestDocument } from "@/lib/testing/documents";
import { openDatabase } from "@/lib/testing/registry";
import { localDay } from "@/lib/testing/rehearsal-records";
import { advanceToApproval, type ReadyRelease, readyRelease, sign } from "@/lib/testing/release";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { listEnvironments } from "../environment/queries";
import { evaluateRelease } from "../gate/evaluate";
import { releaseGate } from "../gate/queries";
import { putManifest } from "../manifest/put";
import { planRehearsal } from "../rehearsal/plan-session";
import { advanceRelease } from "../release/advance";
import { changeCalendarEntry } from "./change";
import { createCalendarEntry } from "./create";
import { endCalendarEntry } from "./end";
import { overrideFreeze } from "./override";
import { endedCalendars, listCalendars } from "./queries";
import { revokeFreezeOverride } from "./revoke-override";
import { freezesInForce, upcomingItems } from "./upcoming";

const database = openDatabase();
const HOUR = 3_600_000;
let tenant: TestTenant;
let board: PersonActor;
let sre: PersonActor;
let owner: PersonActor;
let pipeline: Awaited<ReturnType<typeof newToken>>["actor"];
let release: ReadyRelease;
let calendarId: string;

beforeAll(async () => {
  tenant = await newTenant();
  board = await newPerson(tenant, ["change-board"], "Chris Board");
  sre = await newPerson(tenant, ["sre-on-call"], "Sam Reliable");
  owner = await newPerson(tenant, ["product-owner"], "Pia Product");
  pipeline = (await newToken(tenant)).actor;
  release = await readyRelease(pipeline);
  await sign(board, release, "change-board");
  await sign(sre, release, "sre-on-call");
  await sign(owner, release, "product-owner");
  await advanceToApproval(pipeline, release.id);
});

async function gate(aheadMs = 0) {
  const clock = () => new Date(Date.now() + aheadMs);
  const { verdict } = await evaluateRelease({ actor: pipeline, clock }, { releaseId: release.id });
  const outcomes = verdict.checks.filter(({ id }) => id.startsWith("rollout.")).map(({ outcome }) => outcome);
  return `${verdict.verdict}: ${outcomes.join(" ")}`;
}
const create = async (input: Record<string, unknown>) => (await createCalendarEntry({ actor: board }, input)).id;
const end = (id: string) => endCalendarEntry({ actor: board }, { calendarId: id, reason: "over" });
const override = (person: PersonActor, more: Record<string, unknown> = {}) =>
  overrideFreeze(confirmed(person), { releaseId: release.id, calendarId, reason: "It mends the incident", ...more });
const enter = () =>
  advanceRelease({ actor: pipeline }, { releaseId: release.id, stage: "production", artifacts: [ARTIFACT] });

describe("a freeze", () => {
  beforeEach(async () => {
    calendarId = await create(freezeInput());
    return () => end(calendarId);
  });

  it("holds the release up, and an override lifts it until it expires or is revoked", async () => {
    expect(await gate()).toBe("reject: pass fail");
    const sooner = await override(board, { expiresAt: new Date(Date.now() + HOUR).toISOString() });
    expect(await gate()).toBe("approve: pass pass");
    expect(await gate(HOUR)).toBe("reject: pass fail");
    await revokeFreezeOverride({ actor: sre }, { overrideId: sooner.id, reason: "not needed" });
    expect(await gate()).toBe("reject: pass fail");
    const again = revokeFreezeOverride({ actor: sre }, { overrideId: sooner.id, reason: "not needed" });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  it("an override that is revoked between the evaluation and the entry to production blocks the entry", async () => {
    const { id } = await override(board);
    expect(await gate()).toBe("approve: pass pass");
    await revokeFreezeOverride({ actor: board }, { overrideId: id, reason: "not needed" });
    await expect(enter()).rejects.toMatchObject({ code: "conflict" });
  });

  it("of a revocation and an entry at one moment, either the entry sees it or it comes too late", async () => {
    const { id } = await override(board);
    const [entered, revoked] = await Promise.allSettled([
      evaluateRelease({ actor: pipeline }, { releaseId: release.id }),
      revokeFreezeOverride({ actor: board }, { overrideId: id, reason: "not needed" }),
    ]);
    expect(revoked.status).toBe("fulfilled");
    const order = (await ledgerOf(database.web, tenant.tenantId)).slice(-2).map(({ command }) => command);
    const verdict = entered.status === "fulfilled" && entered.value.verdict.verdict;
    expect(verdict).toBe(order[0] === "gate.evaluate" ? "approve" : "reject");
  });

  it("a changed freeze is another one, which the override of the old one does not lift", async () => {
    await override(board);
    expect(await gate()).toBe("approve: pass pass");
    const input = { ...freezeInput(48), calendarId };
    const changes = [0, 1].map(() => changeCalendarEntry({ actor: board }, input));
    const settled = await Promise.allSettled(changes);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(settled.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
    for (const each of settled) if (each.status === "fulfilled") calendarId = each.value.id;
    expect(await gate()).toBe("reject: pass fail");
  });

  it("is overridden only by a person in its roles, who confirms it and did not make the release", async () => {
    await expect(override(sre)).rejects.toMatchObject({ code: "forbidden" });
    const unconfirmed = overrideFreeze({ actor: board }, { releaseId: release.id, calendarId, reason: "now" });
    await expect(unconfirmed).rejects.toMatchObject({ code: "unauthenticated" });
    const author = await newPerson(tenant, ["change-board"], "Arthur Author");
    const other = await readyRelease(pipeline);
    const content = manifestDocument(other, { authors: [{ name: author.name, email: author.email }] });
    await putManifest({ actor: pipeline }, { releaseId: other.id, content });
    await expect(override(author, { releaseId: other.id })).rejects.toMatchObject({ code: "forbidden" });
    const late = new Date(Date.now() + 25 * HOUR).toISOString();
    await expect(override(board, { expiresAt: late })).rejects.toMatchObject({ issues: [{ path: "expiresAt" }] });
    await expect(override(board, { reason: " " })).rejects.toMatchObject({ issues: [{ path: "reason" }] });
    expect(await gate()).toBe("reject: pass fail");
  });

  it("is shown to those who may override it with what stands, and to others with why not", async () => {
    const [ours] = (await releaseGate(board, release.id)).freezes;
    expect(ours).toMatchObject({ calendarId, name: "Quarter end", bar: null, overrides: [], mayRevoke: true });
    await override(board);
    const [theirs] = (await releaseGate(owner, release.id)).freezes;
    expect(theirs?.bar).toEqual(expect.stringMatching(/change-board/));
    expect(theirs?.overrides).toMatchObject([{ by: "Chris Board", role: "change-board" }]);
  });

  it("is told to the whole tenant while it is in force", async () => {
    expect((await freezesInForce(owner)).items).toMatchObject([{ id: calendarId, name: "Quarter end" }]);
    const { items } = await listCalendars(owner, { environment: "production", service: "service-api" });
    expect(items).toMatchObject([
      { id: calendarId, inForce: true, sentence: expect.stringMatching(/^Once, .*, UTC$/) },
    ]);
  });
});

describe("a rollout window", () => {
  it("of the environment holds up what rolls out outside of it, until the service has an open one of its own", async () => {
    const everywhere = await create(laterWindowInput());
    expect(await gate()).toBe("waiver_required: fail pass");
    expect(await gate(2 * HOUR)).toBe("approve: pass pass");
    const own = await create({ ...freezeInput(), kind: "window", name: "Now", serviceId: tenant.service.id });
    expect(await gate()).toBe("approve: pass pass");
    await end(own);
    expect(await gate()).toBe("waiver_required: fail pass");
    await end(everywhere);
    expect(await gate()).toBe("approve: pass pass");
  });
});

describe("the calendar", () => {
  it("keeps what has ended, and ends it once", async () => {
    const id = await create(
      laterWindowInput({
        name: "Kept",
        validFrom: "2098-01-01T00:00",
        rule: { repeats: "yearly", from: "01-01", to: "01-02" },
      }),
    );
    await end(id);
    await expect(end(id)).rejects.toMatchObject({ code: "conflict" });
    const { items } = await listCalendars(board);
    expect(items.map((each) => each.id)).not.toContain(id);
    const past = await endedCalendars(board, { service: "service-api" });
    expect(past.items.find((each) => each.id === id)).toMatchObject({
      ended: { by: "Chris Board", reason: "over" },
      inForce: false,
    });
  });

  it("lists what comes in order, planned rehearsals too, from what is so now on", async () => {
    const [frozen, window] = [await create(freezeInput()), await create(laterWindowInput())];
    const environmentId = (await listEnvironments(board)).find(({ slug }) => slug === "production")?.id;
    const place = { serviceId: tenant.service.id, environmentId };
    const { id: session } = await planRehearsal({ actor: sre }, { ...place, localTime: localDay(9), zone: "UTC" });
    const far = await upcomingItems(owner, { service: "cli" }, 56);
    expect(far.items.map(({ id }) => id)).not.toContain(session);
    const { items, unreadable } = await upcomingItems(owner, { service: "service-api" }, 56);
    expect({ ids: items.map(({ id }) => id), unreadable }).toEqual({ ids: [frozen, window, session], unreadable: [] });
    for (const id of [frozen, window]) await end(id);
  });

  it.each([
    ["an environment that is not production", "environmentId"],
    ["a rule that cannot be read", "rule.end"],
    ["a time zone that does not exist", "timeZone"],
    ["roles that may not override", "overridableBy"],
    ["no reason", "reason"],
  ])("takes no entry for %s", async (_, path) => {
    const staging = (await listEnvironments(board)).find(({ slug }) => slug === "staging")?.id;
    const bad: Record<string, Record<string, unknown>> = {
      environmentId: { environmentId: staging },
      "rule.end": { rule: { repeats: "once", start: "2026-01-01T00:00", end: "2025-01-01T00:00" } },
      timeZone: { timeZone: "Mars/Olympus" },
      overridableBy: { overridableBy: ["viewer"] },
      reason: { reason: " " },
    };
    await expect(create(freezeInput(24, bad[path]))).rejects.toMatchObject({ code: "invalid", issues: [{ path }] });
  });
});
