import { z } from "zod";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { currentIncidentPolicy } from "../incident-policy/current";
import { postmortemState } from "../postmortem/state";
import type { IncidentRow } from "./find";
import { holdIncident, type IncidentScope, incidentRecord } from "./hold";
import { stepLocked } from "./step";

/** Closes an incident for good. Where the policy asks for a postmortem, it must be completed. */
export const closeIncident = command({
  name: "incident.close",
  permission: "incident:command",
  input: z.strictObject({ incidentId: z.uuid() }),
  async run(command, { incidentId }) {
    const { row, scope } = await holdIncident(command, incidentId, "unended");
    if (!row.resolvedAt) throw new DomainError("conflict", "This incident is still open: resolve it first.");
    await requirePostmortem(scope, row);
    await stepLocked(scope, row, "close", { text: "Closed." });
    return { value: { id: row.id, closedAt: scope.now.toISOString() }, record: incidentRecord(row, { closed: true }) };
  },
});

/** One that was completed before the incident was opened again is none. */
async function requirePostmortem({ tx }: IncidentScope, row: IncidentRow): Promise<void> {
  const { policy } = await currentIncidentPolicy(tx, row.tenantId);
  if (!policy.postmortem.requiredFor.includes(row.severity)) return;
  const { state } = await postmortemState(tx, row.tenantId, row.id);
  if (state === "completed") return;
  throw new DomainError("conflict", "Its postmortem is not completed: complete it first, then close the incident.");
}
