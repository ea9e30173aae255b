import { beforeAll, describe, expect, it } from "vitest";
import { databaseError, transaction } from "@/db/client";
import { delegation } from "@/db/schema/approval";
import type { PersonActor } from "@/lib/core/access";
import { approvalState } from "@/lib/core/approval/state";
import { inDays } from "@/lib/testing/approval-records";
import { ledgerOf } from "@/lib/testing/census";
import { asApp, openDatabase } from "@/lib/testing/registry";
import { type Approvers, newApprovers, type ReadyRelease, readyRelease, sign } from "@/lib/testing/release";
import { confirmed, newPerson, newTenant, newToken, type TestTenant } from "@/lib/testing/tenant";
import { evaluateRelease } from "../gate/evaluate";
import { releaseGate } from "../gate/queries";
import { gateFacts } from "../gate-facts";
import { signaturesDue } from "../overview/signatures-due";
import { actorIn, personOfSession } from "../person/actor";
import { setRoles } from "../person/set-roles";
import { findRelease } from "../release/find";
import { rejectRelease } from "../release/reject";
import { signRelease } from "../release/sign";
import { giveDelegation } from "./give";
import { allDelegations, ownDelegations } from "./queries";
import { revokeDelegation } from "./revoke";

const database = openDatabase();
let tenant: TestTenant;
let pipeline: Awaited<ReturnType<typeof newToken>>["actor"];

beforeAll(async () => {
  tenant = await newTenant();
  pipeline = (await newToken(tenant)).actor;
});

/** Somebody as their session has them now. */
async function inSession({ id, tenantId }: PersonActor): Promise<PersonActor> {
  const found = await personOfSession(id, 1);
  const actor = found && actorIn(found, tenantId);
  if (!actor) throw new Error("there is no such session");
  return actor;
}
const lend = (from: PersonActor, to: PersonActor, more: Record<string, unknown> = {}) =>
  giveDelegation(
    { actor: from },
    { toPersonId: to.id, role: "change-board", endsAt: inDays(7), reason: "Away", ...more },
  );
const signFor = async (delegate: PersonActor, lender: PersonActor, release: ReadyRelease) =>
  signRelease(confirmed(await inSession(delegate)), {
    releaseId: release.id,
    manifestDigest: release.digest,
    decision: "approve",
    role: "change-board",
    onBehalfOf: lender.id,
    printedName: delegate.name,
  });
const approvalsOf = async ({ id }: ReadyRelease) => {
  const { verdict } = await evaluateRelease({ actor: pipeline }, { releaseId: id });
  return verdict.checks.find((check) => check.id === "approvals.complete");
};

describe("while somebody is away", () => {
  let approvers: Approvers;
  let chris: PersonActor;
  let dana: PersonActor;
  beforeAll(async () => {
    approvers = await newApprovers(tenant);
    chris = approvers["change-board"];
    dana = await newPerson(tenant, ["viewer"], "Dana Delegate");
  });
  const signedByTheRest = async () => {
    const release = await readyRelease(pipeline);
    await sign(approvers["sre-on-call"], release, "sre-on-call");
    await sign(approvers["product-owner"], release, "product-owner");
    return release;
  };

  it("a viewer signs on their behalf, as nobody but a delegate could, and all of it is on record", async () => {
    const release = await signedByTheRest();
    await expect(signFor(dana, chris, release)).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await lend(chris, dana);
    const actor = await inSession(dana);
    expect(actor.delegatedRoles).toEqual(["change-board"]);
    expect((await signaturesDue(actor)).due).toMatchObject([{ releaseId: release.id, roles: ["change-board"] }]);
    const { approvals, signing } = await releaseGate(actor, release.id);
    expect(approvals.missing[0]?.candidates.map(({ name, onBehalfOf }) => [name, onBehalfOf?.name])).toEqual(
      expect.arrayContaining([
        ["Chris Board", undefined],
        ["Dana Delegate", "Chris Board"],
      ]),
    );
    expect(signing).toMatchObject({
      bar: null,
      authorities: [{ role: "change-board", onBehalfOf: { personId: chris.id } }],
    });
    await signFor(dana, chris, release);
    expect(await approvalsOf(release)).toMatchObject({ outcome: "pass" });
    const entry = (await ledgerOf(database.web, tenant.tenantId)).findLast(({ command }) => command === "release.sign");
    expect(entry?.body).toMatchObject({
      subjects: expect.arrayContaining([release.id, dana.id, chris.id]),
      data: {
        onBehalfOfId: chris.id,
        onBehalfOfName: "Chris Board",
        delegationId: id,
        meaning: expect.stringContaining("As change-board on behalf of Chris Board"),
      },
    });
  });

  it("the lender's own signature and the delegate's count once", async () => {
    const release = await readyRelease(pipeline);
    await sign(chris, release, "change-board");
    await signFor(dana, chris, release);
    expect(await approvalsOf(release)).toMatchObject({ outcome: "missing", observed: 1 });
  });

  it("a delegate may not end the release: what is lent is good for a signature", async () => {
    const { id: releaseId } = await readyRelease(pipeline);
    const attempt = rejectRelease({ actor: await inSession(dana) }, { releaseId, note: "no" });
    await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  });

  it("the signature counts no more once the delegation is taken back, and the delegate may sign no more", async () => {
    const release = await signedByTheRest();
    await signFor(dana, chris, release);
    expect(await approvalsOf(release)).toMatchObject({ outcome: "pass" });
    const [given] = (await ownDelegations(chris)).given;
    await expect(revokeDelegation({ actor: dana }, { delegationId: given?.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await revokeDelegation({ actor: chris }, { delegationId: given?.id });
    expect(await approvalsOf(release)).toMatchObject({
      outcome: "missing",
      details: expect.arrayContaining([expect.stringContaining("no longer acts as change-board for Chris Board")]),
    });
    expect((await inSession(dana)).delegatedRoles).toEqual([]);
    const again = revokeDelegation({ actor: chris }, { delegationId: given?.id });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  it("nor once its lender has lost the role, by its end or by an admin", async () => {
    const release = await signedByTheRest();
    const carla = await newPerson(tenant, ["change-board", "viewer"], "Carla Board");
    await lend(carla, dana);
    await signFor(dana, carla, release);
    expect(await approvalsOf(release)).toMatchObject({ outcome: "pass" });
    await setRoles({ actor: tenant.admin }, { personId: carla.id, roles: ["viewer"] });
    expect(await approvalsOf(release)).toMatchObject({ outcome: "missing" });
    expect((await ownDelegations(carla)).given).toMatchObject([{ idle: "Carla Board does not hold the role" }]);
    const { items } = await allDelegations(tenant.admin, { open: true }, {});
    expect(items).toMatchObject([{ from: { name: "Carla Board" }, revocable: true }]);
    await revokeDelegation({ actor: tenant.admin }, { delegationId: items[0]?.id });
  });

  it("nor when it stands no more at the instant that is judged, to the millisecond", async () => {
    const release = await signedByTheRest();
    const eve = await newPerson(tenant, ["viewer"], "Eve Else");
    const { startsAt, endsAt } = await lend(chris, eve, { endsAt: inDays(1) });
    await signFor(eve, chris, release);
    const coveredAt = async (at: Date) => {
      const facts = await transaction({ tenantId: tenant.tenantId }, async (tx) =>
        gateFacts(tx, pipeline, await findRelease(tx, pipeline, release.id), at),
      );
      return approvalState(facts, ["change-board"]).covered.length;
    };
    const end = new Date(endsAt).getTime();
    expect(await coveredAt(new Date(end - 1))).toBe(1);
    expect(await coveredAt(new Date(end))).toBe(0);
    expect(await coveredAt(new Date(new Date(startsAt).getTime() - 1))).toBe(0);
  });
});

describe("lending", () => {
  let from: PersonActor;
  let to: PersonActor;
  beforeAll(async () => {
    [from, to] = [await newPerson(tenant, ["change-board"], "Fay"), await newPerson(tenant, ["sre-on-call"], "Tom")];
  });

  it("twice at once to the same person gives one delegation, of which the delegate is told", async () => {
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => lend(from, to)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refusals = results.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
    expect(new Set(refusals)).toEqual(new Set(["conflict"]));
    const { received } = await ownDelegations(to);
    expect(received).toMatchObject([{ from: { name: "Fay" }, state: "in-force", revocable: false }]);
    const rows = await asApp(database.web, { tenantId: tenant.tenantId }, async (client) => {
      const text = "select recipient_id as to, kind from notification where key = $1";
      return (await client.query(text, [`delegation-given:${received[0]?.id}`])).rows;
    });
    expect(rows).toEqual([{ to: to.id, kind: "delegation-given" }]);
  });

  it("what one only has on loan is refused, and so is lending to somebody of another tenant", async () => {
    await expect(lend(to, from)).rejects.toMatchObject({ code: "forbidden" });
    const other = await newTenant();
    await expect(lend(from, other.admin)).rejects.toMatchObject({ code: "not_found" });
  });

  it("the database keeps what the rules say: nobody lends to themselves, nor for longer than 90 days", async () => {
    const row = {
      ...{
        tenantId: tenant.tenantId,
        fromId: tenant.admin.id,
        fromName: "A",
        toName: "B",
        role: "change-board" as const,
      },
      ...{ reason: "x", startsAt: new Date(), createdAt: new Date() },
    };
    const insert = (more: { id: string; toId: string; endsAt: Date }) =>
      transaction({ tenantId: tenant.tenantId }, (tx) => tx.insert(delegation).values({ ...row, ...more })).then(
        () => "stored",
        (error: unknown) => databaseError(error).code,
      );
    const [id, toId] = [crypto.randomUUID(), crypto.randomUUID()];
    expect(await insert({ id, toId: tenant.admin.id, endsAt: new Date(inDays(1)) })).toBe("23514");
    expect(await insert({ id, toId, endsAt: new Date(inDays(91)) })).toBe("23514");
  });
});
