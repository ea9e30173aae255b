import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { incident } from "@/db/schema/incident";
import { DomainError } from "@/lib/core/errors";
import { incidentReference } from "@/lib/core/incident/model";
import { nextUpdateAt } from "@/lib/core/incident/update-timer";
import { command } from "../command";
import { currentIncidentPolicy } from "../incident-policy/current";
import { reasonText } from "./fields";
import type { IncidentRow } from "./find";
import { holdIncident, type IncidentScope, incidentRecord } from "./hold";
import { lockIncidents } from "./numbers";
import { stepLocked } from "./step";

/** Opens an incident again that was thought resolved: it blocks what it blocked, and its deadlines count anew. */
export const reopenIncident = command({
  name: "incident.reopen",
  permission: "incident:command",
  input: z.strictObject({ incidentId: z.uuid(), reason: reasonText }),
  async run(command, { incidentId, reason }) {
    await lockIncidents(command.tx, command.actor.tenantId);
    const { row, scope } = await holdIncident(command, incidentId, "unended");
    await requireOnlyOfAlert(scope, row);
    const { policy } = await currentIncidentPolicy(scope.tx, row.tenantId);
    const also = { nextUpdateAt: nextUpdateAt(row.severity, policy, scope.now) };
    const after = await stepLocked(scope, row, "reopen", { text: `Opened again: ${reason}`, data: { reason }, also });
    return { value: { id: row.id, state: after.state }, record: incidentRecord(row, { from: row.state, reason }) };
  },
});

/** An alert has one open incident: the one that it began since goes on. */
async function requireOnlyOfAlert({ tx }: IncidentScope, row: IncidentRow): Promise<void> {
  if (!row.alertSource || !row.alertKey) return;
  const [other] = await tx
    .select({ id: incident.id, number: incident.number })
    .from(incident)
    .where(
      and(
        eq(incident.tenantId, row.tenantId),
        eq(incident.alertSource, row.alertSource),
        eq(incident.alertKey, row.alertKey),
        isNull(incident.resolvedAt),
      ),
    );
  if (!other || other.id === row.id) return;
  throw new DomainError("conflict", `${incidentReference(other.number)} is open for the same alert: go on there.`);
}
