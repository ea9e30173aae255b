import { z } from "zod";
import { rehearsalSession } from "@/db/schema/rehearsal-programme";
import { planSession, sessionTime } from "@/lib/core/rehearsal/session";
import { doneByColumns } from "../actor-columns";
import { command } from "../command";
import { newId } from "../id";
import { namedMember } from "../member";
import { findPlace, placeFields } from "./place";

/** When a session is, who leads it and what is to be known of it. */
export const sessionFields = {
  ...sessionTime.shape,
  leadId: z.uuid().nullable().default(null),
  note: z.string().trim().max(2000).optional(),
};

/** Plans a rehearsal for a time, as the clocks of a zone will show it. */
export const planRehearsal = command({
  name: "rehearsal.plan-session",
  permission: "rehearsal:plan",
  input: z.strictObject({ ...placeFields, ...sessionFields }),
  async run({ tx, actor, now }, input) {
    const { service, environment } = await findPlace(tx, actor.tenantId, input);
    const plannedAt = planSession(input, now);
    const lead = await namedMember(tx, actor.tenantId, { personId: input.leadId, field: "leadId" }, now);
    const row = {
      tenantId: actor.tenantId,
      id: newId(now),
      serviceId: service.id,
      environmentId: environment.id,
      plannedAt,
      zone: input.zone,
      leadId: lead?.id ?? null,
      leadName: lead?.name ?? null,
      note: input.note || null,
      state: "planned" as const,
      revision: 0,
      createdAt: now,
      changedAt: now,
      ...doneByColumns(actor),
    };
    await tx.insert(rehearsalSession).values(row);
    const data = { session: row.id, service: service.slug, environment: environment.slug, lead: row.leadName };
    const { localTime, zone } = input;
    return {
      value: { id: row.id, plannedAt: plannedAt.toISOString() },
      record: {
        kind: "rehearsal-session",
        subjects: [row.id, service.id],
        data: { ...data, localTime, zone, plannedAt: plannedAt.toISOString(), note: row.note },
      },
    };
  },
});
