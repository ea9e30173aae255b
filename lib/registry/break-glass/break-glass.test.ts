import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/access";
import { ledgerOf } from "@/lib/testing/census";
import { ARTIFACT, manifestDocument } from "@/lib/testing/documents";
import { asApp, openDatabase } from "@/lib/testing/registry";
import {
  type Approvers,
  advanceToApproval,
  approveAll,
  newApprovers,
  type ReadyRelease,
  readyRelease,
} from "@/lib/testing/release";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { listActionItems } from "../action-item/queries";
import { decisionWithStanding } from "../gate/decision";
import { evaluateRelease } from "../gate/evaluate";
import { putManifest } from "../manifest/put";
import { advanceRelease } from "../release/advance";
import { listReleases, releaseDetail } from "../release/queries";
import { cancelBreakGlass } from "./cancel";
import { confirmBreakGlass } from "./confirm";
import { releaseBreakGlass } from "./queries";
import { requestBreakGlass } from "./request";

const database = openDatabase();
const REASON = "Payments are down; the fix cannot wait for the board.";
let tenant: TestTenant;
let pipeline: Awaited<ReturnType<typeof newToken>>["actor"];
let rene: PersonActor;
let sam: PersonActor;
let approvers: Approvers;

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
  rene = await newPerson(tenant, ["release-engineer"], "Rene Release");
  approvers = await newApprovers(tenant);
  sam = approvers["sre-on-call"];
});

async function waiting(): Promise<ReadyRelease> {
  const release = await readyRelease(pipeline);
  await advanceToApproval(pipeline, release.id);
  return release;
}
const ask = (releaseId: string, context = confirmed(rene), minutes = 60) =>
  requestBreakGlass(context, { releaseId, reason: REASON, minutes });
const confirm = (breakGlassId: string, context = confirmed(sam)) => confirmBreakGlass(context, { breakGlassId });
const ship = (releaseId: string, artifacts = [ARTIFACT]) =>
  advanceRelease({ actor: pipeline }, { releaseId, stage: "production", artifacts });
const later = (minutes: number) => ({ clock: () => new Date(Date.now() + minutes * 60_000) });
/** At that time by the database's clock and by that of the password. */
const confirmedLater = (actor: PersonActor, minutes: number) => {
  const { clock } = later(minutes);
  return { actor, clock, stepUp: { personId: actor.id, method: "password" as const, at: clock() } };
};

describe("a release by break-glass", () => {
  it("enters production once, and is that for ever: nowhere an approve", async () => {
    const release = await waiting();
    const { id } = await ask(release.id);
    await expect(ship(release.id)).rejects.toMatchObject({ message: expect.stringContaining("The gate says no") });
    await confirm(id);
    await expect(ship(release.id, [`sha256:${"0".repeat(64)}`])).rejects.toMatchObject({ code: "conflict" });
    await ship(release.id);
    const detail = await releaseDetail(rene, release.id);
    expect(detail).toMatchObject({ stage: "production", byBreakGlass: true, verdict: "reject" });
    const decided = await decisionWithStanding(pipeline, detail.lastDecision?.id ?? "");
    expect(decided).toMatchObject({
      kind: "break_glass",
      verdict: { verdict: "reject" },
      breakGlass: { id, reason: REASON, requestedBy: "Rene Release", confirmedBy: "Sam Reliable" },
    });
    const approved = await listReleases(rene, { verdict: "approve" });
    expect(approved.items.map((each) => each.id)).not.toContain(release.id);
    await advanceRelease({ actor: pipeline }, { releaseId: release.id, stage: "production", status: "failed" });
    await expect(ship(release.id)).rejects.toMatchObject({ message: expect.stringContaining("The gate says no") });
  });

  it("stays that when the gate approves afterwards", async () => {
    const release = await waiting();
    await confirm((await ask(release.id)).id);
    await ship(release.id);
    await approveAll(approvers, release);
    const { verdict } = await evaluateRelease({ actor: pipeline }, { releaseId: release.id });
    expect(verdict.verdict).toBe("approve");
    expect(await releaseDetail(rene, release.id)).toMatchObject({ verdict: "reject", byBreakGlass: true });
  });

  it("leaves one follow-up for the one who asked, due in three days", async () => {
    const release = await waiting();
    const { id } = await ask(release.id);
    await confirm(id);
    await ship(release.id);
    const { used } = await releaseBreakGlass(rene, release.id);
    expect(used).toMatchObject({ id, state: "used", confirmedBy: "Sam Reliable", actionItem: { state: "open" } });
    const { items } = await listActionItems(rene, { owner: rene.id });
    const item = items.find((each) => each.id === used?.actionItem?.id);
    expect(item).toMatchObject({ origin: "break-glass", owner: { id: rene.id } });
    expect(item?.title).toContain(release.version);
    const days = (new Date(item?.dueAt ?? 0).getTime() - new Date(used?.usedAt ?? 0).getTime()) / 86_400_000;
    expect(days).toBe(3);
  });
});

describe("two people", () => {
  it("nobody confirms their own, and no author or creator confirms", async () => {
    const release = await waiting();
    const both = await newPerson(tenant, ["sre-on-call"], "Both Hats");
    const { id } = await ask(release.id, confirmed(both));
    await expect(confirm(id, confirmed(both))).rejects.toMatchObject({ code: "forbidden" });
    const author = { ...(await newPerson(tenant, ["change-board"])), email: "someone.else@example.com" };
    await expect(confirm(id, confirmed(author))).rejects.toMatchObject({
      message: expect.stringContaining("authored"),
    });
    await expect(confirm(id, { actor: sam })).rejects.toMatchObject({ code: "unauthenticated" });
    await confirm(id);
  });

  it("of those who confirm at once one is the second person", async () => {
    const { id } = await ask((await waiting()).id);
    const others = [sam, approvers["change-board"], sam, approvers["change-board"]];
    const results = await Promise.allSettled(others.map((actor) => confirm(id, confirmed(actor))));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const said = (await ledgerOf(database.web, tenant.tenantId)).filter(
      ({ command, body }) => command === "break-glass.confirm" && JSON.stringify(body).includes(id),
    );
    expect(said).toHaveLength(1);
  });

  it("of four pipelines that enter production at once one uses it", async () => {
    const release = await waiting();
    await confirm((await ask(release.id)).id);
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => ship(release.id)));
    const states = await asApp(database.web, tenant, (client) =>
      client.query("select count(*)::int as n from decision where release_id = $1 and kind = 'break_glass'", [
        release.id,
      ]),
    );
    expect(results.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    expect(states.rows[0].n).toBe(1);
  });
});

describe("what ends it", () => {
  it("its expiry, before it is confirmed and after", async () => {
    const release = await waiting();
    const { id } = await ask(release.id, confirmed(rene), 5);
    await expect(confirm(id, confirmedLater(sam, 5))).rejects.toMatchObject({
      message: expect.stringContaining("expired"),
    });
    await confirm(id);
    const late = { actor: pipeline, ...later(5) };
    const entry = { releaseId: release.id, stage: "production", artifacts: [ARTIFACT] };
    await expect(advanceRelease(late, entry)).rejects.toMatchObject({ code: "conflict" });
  });

  it("its cancelling, by whoever may ask or confirm and nobody else; then another can be asked for", async () => {
    const release = await waiting();
    const { id } = await ask(release.id);
    await expect(ask(release.id)).rejects.toMatchObject({ message: expect.stringContaining("already") });
    const reader = await newPerson(tenant, ["viewer"]);
    const cancel = { breakGlassId: id, reason: "The outage is over." };
    await expect(cancelBreakGlass({ actor: reader }, cancel)).rejects.toMatchObject({ code: "forbidden" });
    await cancelBreakGlass({ actor: sam }, cancel);
    await expect(confirm(id)).rejects.toMatchObject({ message: expect.stringContaining("cancelled") });
    await ask(release.id);
  });

  it("another manifest: what was confirmed is not what would ship", async () => {
    const release = await waiting();
    await confirm((await ask(release.id)).id);
    const content = manifestDocument(release, { feature_flags: [{ name: "unread", to: "on" }] });
    await putManifest({ actor: pipeline }, { releaseId: release.id, content });
    await expect(ship(release.id)).rejects.toMatchObject({ message: expect.stringContaining("The gate says no") });
    expect((await releaseBreakGlass(sam, release.id)).open).toBeNull();
  });
});

it("a reason that says nothing, more than four hours and an approved release are refused", async () => {
  const release = await waiting();
  const attempt = (more: object) =>
    requestBreakGlass(confirmed(rene), { releaseId: release.id, reason: REASON, minutes: 60, ...more });
  await expect(attempt({ reason: "urgent" })).rejects.toMatchObject({ code: "invalid" });
  await expect(attempt({ minutes: 241 })).rejects.toMatchObject({ code: "invalid" });
  await approveAll(approvers, release);
  await expect(attempt({})).rejects.toMatchObject({ message: expect.stringContaining("The gate approves") });
});
