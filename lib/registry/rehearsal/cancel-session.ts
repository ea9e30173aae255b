import { z } from "zod";
import { command } from "../command";
import { changeSession, lockPlannedSession } from "./open-session";

/** Calls a planned session off; when the next rehearsal is due stays as it is. */
export const cancelSession = command({
  name: "rehearsal.cancel-session",
  permission: "rehearsal:plan",
  input: z.strictObject({ sessionId: z.uuid(), reason: z.string().trim().min(1, "say why it is cancelled").max(2000) }),
  async run({ tx, actor, now }, { sessionId, reason }) {
    const row = await lockPlannedSession(tx, actor.tenantId, sessionId);
    await changeSession(tx, row, { state: "cancelled", cancelledReason: reason }, now);
    return {
      value: { id: row.id },
      record: {
        kind: "rehearsal-session",
        subjects: [row.id, row.serviceId],
        data: { session: row.id, plannedAt: row.plannedAt.toISOString(), cancelled: true, reason },
      },
    };
  },
});
