import { z } from "zod";
import { command } from "../command";
import { noteText } from "./fields";
import { holdIncident, incidentRecord } from "./hold";
import { stepLocked } from "./step";

const MOVES = {
  acknowledged: { step: "acknowledge", text: "Acknowledged." },
  mitigating: { step: "mitigating", text: "Mitigation has begun." },
  mitigated: { step: "mitigated", text: "Mitigated." },
} as const;

/** Brings an open incident to another open state. A mitigation that did not hold goes back to mitigating. */
export const moveIncident = command({
  name: "incident.move",
  permission: "incident:resolve",
  input: z.strictObject({
    incidentId: z.uuid(),
    state: z.enum(["acknowledged", "mitigating", "mitigated"]),
    note: noteText.optional(),
  }),
  async run(command, { incidentId, state, note }) {
    const { row, scope } = await holdIncident(command, incidentId, "open");
    const value = { id: row.id, state };
    if (row.state === state) return { value, record: "unchanged" };
    const { step, text } = MOVES[state];
    const again = row.state === "mitigated" ? "The mitigation did not hold: mitigating again." : text;
    await stepLocked(scope, row, step, { text: again, note });
    return { value, record: incidentRecord(row, { from: row.state, state, note: note ?? null }) };
  },
});
