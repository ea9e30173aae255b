import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { service } from "@/db/schema/catalog";
import { waiver } from "@/db/schema/decision";
import type { PersonActor } from "@/lib/core/access";
import { type InvolvedParty, releaseParties } from "@/lib/core/approval/parties";
import { DomainError } from "@/lib/core/errors";
import { instantText } from "@/lib/core/instant";
import { planWaiver } from "@/lib/core/waiver/grant";
import { requirePerson } from "../actor-columns";
import { type CommandScope, command } from "../command";
import { policyInForce } from "../gate/policy";
import { gateFacts } from "../gate-facts";
import { newId } from "../id";
import { findRelease, requireOpen } from "../release/find";
import { openReleaseIds } from "../release/open";

const scope = z.union([z.strictObject({ releaseId: z.uuid() }), z.strictObject({ serviceId: z.uuid() })], {
  error: "name either a release or a service",
});
const input = z.strictObject({
  scope,
  checkId: z.string().max(100),
  /** A CVE id, a suite …; left out: the whole check. */
  finding: z.string().trim().max(200).optional(),
  justification: z.string().trim().min(1, "say why this may be accepted").max(5000),
  mitigation: z.string().trim().min(1, "say how the risk is kept small").max(5000),
  expiresAt: instantText,
  supersedesId: z.uuid().optional(),
});
type Input = z.output<typeof input>;

/** A signed, expiring acceptance of a named failing check. Extending is a new waiver that supersedes the old one. */
export const grantWaiver = command({
  name: "waiver.grant",
  permission: "waiver:grant",
  stepUp: true,
  input,
  async run(context, request) {
    const { tx, actor, readClock } = context;
    const granter = requirePerson(actor);
    const { serviceId, releaseId, parties } = await subjectOf(context, granter, request);
    const inForce = await policyInForce(tx, actor.tenantId);
    const at = await readClock();
    const plan = planWaiver({
      policy: inForce?.policy ?? null,
      checkId: request.checkId,
      finding: request.finding ?? null,
      expiresAt: request.expiresAt,
      at,
      granter,
      parties,
    });
    const id = newId(at);
    if (request.supersedesId)
      await supersede(tx, granter, request.supersedesId, id, { serviceId, releaseId, checkId: plan.checkId });
    const row = {
      tenantId: actor.tenantId,
      id,
      serviceId,
      releaseId,
      checkId: plan.checkId,
      finding: plan.finding,
      justification: request.justification,
      mitigation: request.mitigation,
      expiresAt: plan.expiresAt,
      grantedAt: at,
      grantedById: granter.id,
      grantedByName: granter.name,
      grantedByEmail: granter.email,
      grantedRole: plan.grantedRole,
      supersedesId: request.supersedesId ?? null,
    };
    await tx.insert(waiver).values(row);
    const { tenantId: _, expiresAt, grantedAt, ...data } = row;
    const subjects = [id, serviceId, releaseId, request.supersedesId].filter((each): each is string => Boolean(each));
    return {
      value: { id, releaseId, expiresAt: expiresAt.toISOString() },
      record: { kind: "waiver", subjects, data: { ...data, waiver: id, expiresAt: expiresAt.toISOString() } },
    };
  },
});

/** What is waived, locked, and everybody who made it: a waiver for a service concerns all its open releases. */
async function subjectOf({ tx }: CommandScope, actor: PersonActor, { scope: subject }: Input) {
  if ("releaseId" in subject) {
    const found = await findRelease(tx, actor, subject.releaseId, "lock");
    requireOpen(found.release);
    const parties = releaseParties(await gateFacts(tx, actor, found));
    return { serviceId: found.service.id, releaseId: found.release.id as string | null, parties };
  }
  const [row] = await tx
    .select()
    .from(service)
    .where(and(eq(service.tenantId, actor.tenantId), eq(service.id, subject.serviceId)));
  if (!row) throw new DomainError("not_found", "There is no such service.");
  const parties: InvolvedParty[] = [];
  for (const id of await openReleaseIds(tx, actor.tenantId, row.id)) {
    const found = await findRelease(tx, actor, id, "lock");
    parties.push(...releaseParties(await gateFacts(tx, actor, found)));
  }
  return { serviceId: row.id, releaseId: null, parties };
}

async function supersede(
  tx: Tx,
  actor: PersonActor,
  oldId: string,
  newWaiverId: string,
  same: { serviceId: string; releaseId: string | null; checkId: string },
): Promise<void> {
  const key = and(eq(waiver.tenantId, actor.tenantId), eq(waiver.id, oldId));
  const [old] = await tx.select().from(waiver).where(key).for("update");
  if (!old) throw new DomainError("not_found", "The waiver to supersede does not exist.");
  if (old.serviceId !== same.serviceId || old.releaseId !== same.releaseId || old.checkId !== same.checkId) {
    throw new DomainError("invalid", "A waiver supersedes only one of the same scope and check.", [
      { path: "supersedesId", message: "is of another scope or check" },
    ]);
  }
  const changed = await tx
    .update(waiver)
    .set({ supersededById: newWaiverId })
    .where(and(key, isNull(waiver.supersededById)))
    .returning({ id: waiver.id });
  if (changed.length === 0) throw new DomainError("conflict", "That waiver has been superseded already.");
}
