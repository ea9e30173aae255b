import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { rehearsalProgramme } from "@/db/schema/rehearsal-programme";
import { DomainError } from "@/lib/core/errors";
import { cadence, checkCadence } from "@/lib/core/rehearsal/programme";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { policyInForce } from "../gate/policy";
import { newId } from "../id";
import { namedMember } from "../member";
import { findPlace, placeFields } from "./place";

/** Says how often a service is rehearsed in an environment, and who sees to it. It replaces what was said before. */
export const setProgramme = command({
  name: "rehearsal.set-programme",
  permission: "rehearsal:plan",
  input: z.strictObject({ ...placeFields, cadence, leadId: z.uuid().nullable().default(null) }),
  async run({ tx, actor, now }, input) {
    const { service, environment } = await findPlace(tx, actor.tenantId, input);
    const policy = (await policyInForce(tx, actor.tenantId))?.policy;
    if (!policy) throw new DomainError("conflict", "No gate policy is in force that says how old a rehearsal may be.");
    checkCadence(input.cadence, policy.maxRehearsalAgeDays);
    const lead = await namedMember(tx, actor.tenantId, { personId: input.leadId, field: "leadId" }, now);
    const place = { serviceId: service.id, environmentId: environment.id };
    const replaced = await endStanding(tx, actor.tenantId, place, now);
    const row = {
      tenantId: actor.tenantId,
      id: newId(now),
      ...place,
      cadence: input.cadence,
      leadId: lead?.id ?? null,
      leadName: lead?.name ?? null,
      since: now,
      ...doneByColumns(actor),
    };
    const stored = await tx.insert(rehearsalProgramme).values(row).onConflictDoNothing().returning();
    if (stored.length === 0) throw new DomainError("conflict", "Somebody else is changing this programme. Try again.");
    const data = { programme: row.id, service: service.slug, environment: environment.slug, replaced };
    return {
      value: { id: row.id },
      record: {
        kind: "rehearsal-programme",
        subjects: [row.id, service.id],
        data: { ...data, cadence: input.cadence, lead: row.leadName },
      },
    };
  },
});

async function endStanding(
  tx: Tx,
  tenantId: string,
  place: { serviceId: string; environmentId: string },
  now: Date,
): Promise<string | null> {
  const standing = and(
    eq(rehearsalProgramme.tenantId, tenantId),
    eq(rehearsalProgramme.serviceId, place.serviceId),
    eq(rehearsalProgramme.environmentId, place.environmentId),
    isNull(rehearsalProgramme.endedAt),
  );
  const [ended] = await tx.update(rehearsalProgramme).set({ endedAt: now }).where(standing).returning();
  return ended?.id ?? null;
}
