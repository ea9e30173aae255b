import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { waiver } from "@/db/schema/decision";
import type { PersonActor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { planWaiver, type WaiverPlan } from "@/lib/core/waiver/grant";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { policyInForce } from "../gate/policy";
import { newId } from "../id";
import { rolesHeldAt } from "../member";
import { type RequestRow, requestToGrant, requireNotAskedBy, settleRequest } from "./open-request";
import { type Waived, waivedSubject, waiverFields } from "./subject";
import { tellDecided } from "./tell";

const input = z.strictObject({
  ...waiverFields,
  /** The request that this grants: as it was asked, narrower or shorter. */
  requestId: z.uuid().optional(),
});
type Input = z.output<typeof input>;

/** A signed, expiring acceptance of a named failing check. Extending is a new waiver that supersedes the old one. */
export const grantWaiver = command({
  name: "waiver.grant",
  permission: "waiver:grant",
  stepUp: true,
  input,
  async run({ tx, actor, readClock }, wish) {
    const granter = requirePerson(actor);
    const waived = await waivedSubject(tx, granter, wish.scope, "lock");
    const place = { serviceId: waived.service.id, releaseId: waived.release?.id ?? null };
    const request = await requestToGrant(tx, granter, wish.requestId, place);
    const inForce = await policyInForce(tx, granter.tenantId);
    const at = await readClock();
    const plan = planWaiver({
      policy: inForce?.policy ?? null,
      ...wish,
      finding: wish.finding ?? null,
      at,
      // Those of the session may have been taken away while this waited for the lock.
      granter: { ...granter, roles: await rolesHeldAt(tx, granter.tenantId, granter.id, at) },
      parties: waived.parties,
      asked: request ? { ...request, requesterId: request.byId } : undefined,
    });
    await requireNotAskedBy(tx, granter, place, plan);
    const supersedesId = wish.supersedesId ?? request?.supersedesId ?? null;
    const row = { ...rowOf(granter, wish, plan, at), ...place, supersedesId };
    if (supersedesId) await supersede(tx, granter, supersedesId, row);
    await tx.insert(waiver).values(row);
    if (request) await settle(tx, granter, { request, waived, waiverId: row.id, at });
    const { tenantId: _, expiresAt, grantedAt, ...data } = row;
    const subjects = [row.id, place.serviceId, place.releaseId, supersedesId, request?.id];
    const told = { ...data, waiver: row.id, expiresAt: expiresAt.toISOString(), request: request?.id ?? null };
    return {
      value: { id: row.id, releaseId: place.releaseId, expiresAt: expiresAt.toISOString() },
      record: { kind: "waiver", subjects: subjects.filter((each) => typeof each === "string"), data: told },
    };
  },
});

function rowOf(granter: PersonActor, { justification, mitigation }: Input, plan: WaiverPlan, at: Date) {
  return {
    tenantId: granter.tenantId,
    id: newId(at),
    ...plan,
    justification,
    mitigation,
    grantedAt: at,
    grantedById: granter.id,
    grantedByName: granter.name,
    grantedByEmail: granter.email,
  };
}

type Settled = { request: RequestRow; waived: Waived; waiverId: string; at: Date };

async function settle(tx: Tx, granter: PersonActor, { request, waived, waiverId, at }: Settled): Promise<void> {
  await settleRequest(tx, granter, request, { state: "granted", waiverId }, at);
  const reason = "the waiver is in force";
  const path = `/waivers/${waiverId}`;
  await tellDecided({ tx, actor: granter, now: at }, { request, waived, word: "granted", reason, path });
}

async function supersede(
  tx: Tx,
  actor: PersonActor,
  oldId: string,
  next: { id: string; serviceId: string; releaseId: string | null; checkId: string },
): Promise<void> {
  const key = and(eq(waiver.tenantId, actor.tenantId), eq(waiver.id, oldId));
  const [old] = await tx.select().from(waiver).where(key).for("update");
  if (!old) throw new DomainError("not_found", "The waiver to supersede does not exist.");
  if (old.serviceId !== next.serviceId || old.releaseId !== next.releaseId || old.checkId !== next.checkId) {
    throw new DomainError("invalid", "A waiver supersedes only one of the same scope and check.", [
      { path: "supersedesId", message: "is of another scope or check" },
    ]);
  }
  const changed = await tx
    .update(waiver)
    .set({ supersededById: next.id })
    .where(and(key, isNull(waiver.supersededById)))
    .returning({ id: waiver.id });
  if (changed.length === 0) throw new DomainError("conflict", "That waiver has been superseded already.");
}
