import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { isDayOver } from "@/lib/core/rehearsal/session";
import { command } from "../command";
import { changeSession, lockPlannedSession } from "./open-session";

/** Notes that the day of a planned session is over and no rehearsal of it was recorded. */
export const missSession = command({
  name: "rehearsal.miss-session",
  permission: "system:run",
  input: z.strictObject({ sessionId: z.uuid() }),
  async run({ tx, actor, now }, { sessionId }) {
    const row = await lockPlannedSession(tx, actor.tenantId, sessionId);
    if (!isDayOver(row, now)) throw new DomainError("conflict", "The day of this session is not over.");
    await changeSession(tx, row, { state: "missed" }, now);
    return {
      value: { id: row.id },
      record: {
        kind: "rehearsal-session",
        subjects: [row.id, row.serviceId],
        data: { session: row.id, plannedAt: row.plannedAt.toISOString(), missed: true },
      },
    };
  },
});
