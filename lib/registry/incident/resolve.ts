import { z } from "zod";
import { command } from "../command";
import { noteText } from "./fields";
import { holdIncident, incidentRecord } from "./hold";
import { stepLocked } from "./step";

/** Ends an open incident: from now on it blocks nothing, and the deadlines of its postmortem run. */
export const resolveIncident = command({
  name: "incident.resolve",
  permission: "incident:resolve",
  input: z.strictObject({ incidentId: z.uuid(), note: noteText.optional() }),
  async run(command, { incidentId, note }) {
    const { row, scope } = await holdIncident(command, incidentId, "open");
    await stepLocked(scope, row, "resolve", { text: "Resolved.", note });
    return {
      value: { id: row.id, resolvedAt: scope.now.toISOString() },
      record: incidentRecord(row, { resolved: true, from: row.state, note: note ?? null }),
    };
  },
});
