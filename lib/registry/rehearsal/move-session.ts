import { z } from "zod";
import { planSession } from "@/lib/core/rehearsal/session";
import { command } from "../command";
import { namedMember } from "../member";
import { changeSession, lockPlannedSession } from "./open-session";
import { sessionFields } from "./plan-session";

/** Moves a planned session, or changes who leads it. */
export const moveSession = command({
  name: "rehearsal.move-session",
  permission: "rehearsal:plan",
  input: z.strictObject({ sessionId: z.uuid(), ...sessionFields }),
  async run({ tx, actor, now }, input) {
    const row = await lockPlannedSession(tx, actor.tenantId, input.sessionId);
    const plannedAt = planSession(input, now);
    const lead = await namedMember(tx, actor.tenantId, { personId: input.leadId, field: "leadId" }, now);
    const { localTime, zone } = input;
    const changes = {
      plannedAt,
      zone,
      leadId: lead?.id ?? null,
      leadName: lead?.name ?? null,
      note: input.note || null,
    };
    await changeSession(tx, row, changes, now);
    const before = row.plannedAt.toISOString();
    return {
      value: { id: row.id, plannedAt: plannedAt.toISOString() },
      record: {
        kind: "rehearsal-session",
        subjects: [row.id, row.serviceId],
        data: {
          session: row.id,
          before,
          plannedAt: plannedAt.toISOString(),
          localTime,
          zone,
          lead: lead?.name ?? null,
        },
      },
    };
  },
});
