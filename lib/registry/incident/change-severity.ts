import { z } from "zod";
import { incident } from "@/db/schema/incident";
import { SEVERITIES, SEVERITY_WORDS, type Severity, worstOf } from "@/lib/core/incident/model";
import { nextUpdateAt } from "@/lib/core/incident/update-timer";
import { command } from "../command";
import { currentIncidentPolicy } from "../incident-policy/current";
import { appendEntry } from "./append-entry";
import { reasonText } from "./fields";
import { type IncidentRow, incidentKey } from "./find";
import { holdIncident, type IncidentScope, incidentRecord } from "./hold";
import { affectedServices } from "./services";
import { tellChanged, tellDeclared } from "./tell";

/** Raises or lowers an incident's severity. An incident that is raised is told to everybody who responds to that. */
export const changeSeverity = command({
  name: "incident.change-severity",
  permission: "incident:command",
  input: z.strictObject({ incidentId: z.uuid(), severity: z.enum(SEVERITIES), reason: reasonText }),
  async run(command, { incidentId, severity, reason }) {
    const { row, scope } = await holdIncident(command, incidentId, "unended");
    const value = { id: row.id, severity };
    if (row.severity === severity) return { value, record: "unchanged" };
    const after = { ...row, severity };
    const due = { nextUpdateAt: await updateDueAt(scope, row, severity) };
    await scope.tx
      .update(incident)
      .set({ severity, ...due })
      .where(incidentKey(scope.actor, row.id));
    const text = `${SEVERITY_WORDS[row.severity]} → ${SEVERITY_WORDS[severity]}: ${reason}`;
    const data = { from: row.severity, to: severity };
    const { sequence } = await appendEntry(scope, row.id, { kind: "severity", text, data });
    await tellChanged(scope, after, { sequence, text, severity: row.severity });
    if (isRaised(row.severity, severity) && !row.resolvedAt) {
      const services = await affectedServices(scope.tx, row);
      await tellDeclared(scope, after, services.map(({ slug }) => slug).join(", "));
    }
    return { value, record: incidentRecord(row, { ...data, reason }) };
  },
});

const isRaised = (before: Severity, after: Severity): boolean => before !== after && worstOf(before, after) === after;

/** What was promised for sooner stays promised. */
async function updateDueAt({ tx, now }: IncidentScope, row: IncidentRow, severity: Severity): Promise<Date | null> {
  if (row.resolvedAt) return null;
  const { policy } = await currentIncidentPolicy(tx, row.tenantId);
  const due = nextUpdateAt(severity, policy, now);
  return row.nextUpdateAt && row.nextUpdateAt < due ? row.nextUpdateAt : due;
}
