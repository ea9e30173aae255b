import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { waiver } from "@/db/schema/decision";
import { waiverRequest } from "@/db/schema/waiver-request";
import { DomainError, invalid } from "@/lib/core/errors";
import { planRequest } from "@/lib/core/waiver/request";
import { doneByColumns, requirePerson } from "../actor-columns";
import { type CommandScope, command } from "../command";
import { policyInForce } from "../gate/policy";
import { newId } from "../id";
import { subjectsOfRequest } from "./open-request";
import { waivedSubject, waiverFields } from "./subject";
import { tellRequested } from "./tell";

/** Asks whoever may grant it for a waiver, or for more time of one. Nothing is waived by it. */
export const requestWaiver = command({
  name: "waiver.request",
  permission: "waiver:request",
  input: z.strictObject(waiverFields),
  async run(scope, input) {
    const { tx, now } = scope;
    const actor = requirePerson(scope.actor);
    const waived = await waivedSubject(tx, actor, input.scope);
    const policy = (await policyInForce(tx, actor.tenantId))?.policy ?? null;
    const plan = planRequest(policy, { ...input, finding: input.finding ?? null }, now);
    const supersedesId = input.supersedesId ?? null;
    const place = { serviceId: waived.service.id, releaseId: waived.release?.id ?? null };
    if (supersedesId) await requireExtendable(scope, supersedesId, { ...place, checkId: plan.checkId });
    const row = {
      tenantId: actor.tenantId,
      id: newId(now),
      ...place,
      ...plan,
      justification: input.justification,
      mitigation: input.mitigation,
      supersedesId,
      requestedAt: now,
      state: "open" as const,
      ...doneByColumns(actor),
    };
    const [stored] = await tx.insert(waiverRequest).values(row).onConflictDoNothing().returning();
    if (!stored) throw new DomainError("conflict", "This waiver has been requested already and waits for a decision.");
    if (policy) await tellRequested({ tx, actor, now }, policy, waived, stored);
    const { id, checkId, finding, justification, mitigation } = stored;
    const expiresAt = plan.expiresAt.toISOString();
    return {
      value: { id, releaseId: place.releaseId, expiresAt },
      record: {
        kind: "waiver-request",
        subjects: subjectsOfRequest(stored),
        data: { request: id, ...place, checkId, finding, justification, mitigation, expiresAt, supersedesId },
      },
    };
  },
});

type Same = { serviceId: string; releaseId: string | null; checkId: string };

async function requireExtendable({ tx, actor }: CommandScope, waiverId: string, same: Same): Promise<void> {
  const [old] = await tx
    .select()
    .from(waiver)
    .where(and(eq(waiver.tenantId, actor.tenantId), eq(waiver.id, waiverId)));
  if (!old) throw new DomainError("not_found", "The waiver to extend does not exist.");
  if (old.serviceId !== same.serviceId || old.releaseId !== same.releaseId || old.checkId !== same.checkId) {
    throw invalid("supersedesId", "is of another scope or check");
  }
  if (old.supersededById) throw new DomainError("conflict", "That waiver has been extended already.");
  if (old.revokedAt) throw new DomainError("conflict", "That waiver was revoked; ask for a new one.");
}
