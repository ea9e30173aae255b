import { and, asc, eq, isNull, lte } from "drizzle-orm";
import { type Tx, transaction } from "@/db/client";
import { readyToEnqueue } from "@/db/jobs/enqueue";
import { incident, incidentRole } from "@/db/schema/incident";
import type { IncidentPolicy } from "@/lib/core/incident/policy";
import { updateOwner, updateReminder } from "@/lib/core/incident/update-timer";
import { currentIncidentPolicy } from "../incident-policy/current";
import { notify } from "../notification/notify";
import type { IncidentRow } from "./find";
import { incidentTitle } from "./tell";

/** Reminds of the updates that open incidents owe their readers, once more for each interval that passes without one. */
export async function remindOfUpdates(tenantId: string, now: Date): Promise<void> {
  await readyToEnqueue();
  await transaction({ tenantId }, async (tx) => {
    const late = await tx
      .select()
      .from(incident)
      .where(and(eq(incident.tenantId, tenantId), isNull(incident.resolvedAt), lte(incident.nextUpdateAt, now)))
      .orderBy(asc(incident.nextUpdateAt), asc(incident.id));
    if (late.length === 0) return;
    const { policy } = await currentIncidentPolicy(tx, tenantId);
    for (const row of late) await remind(tx, row, policy, now);
  });
}

async function remind(tx: Tx, row: IncidentRow, policy: IncidentPolicy, now: Date): Promise<void> {
  if (!row.nextUpdateAt) return;
  const dueAt = row.nextUpdateAt.toISOString();
  const reminder = updateReminder(row.nextUpdateAt, row.severity, policy, now);
  const leading = await leadersOf(tx, row);
  // Whoever leads is asked first; who does not answer, or where nobody leads, the others who respond.
  const roles = reminder > 1 || leading.length === 0 ? policy.notify[row.severity] : [];
  await notify(
    { tx, tenantId: row.tenantId, now },
    {
      kind: "incident-update-due",
      key: `${row.id}:${dueAt}:${reminder}`,
      to: { roles, people: leading },
      serviceId: row.serviceId,
      releaseId: null,
      title: `Update due: ${incidentTitle(row)}`,
      verdict: null,
      reason: `Its readers were promised one by ${dueAt.slice(11, 16)} UTC on ${dueAt.slice(0, 10)}.`,
      path: `/incidents/${row.id}`,
    },
  );
}

/** Who communicates, and else who commands. */
async function leadersOf(tx: Tx, { tenantId, id }: IncidentRow): Promise<string[]> {
  const held = await tx
    .select({ role: incidentRole.role, personId: incidentRole.personId })
    .from(incidentRole)
    .where(and(eq(incidentRole.tenantId, tenantId), eq(incidentRole.incidentId, id), isNull(incidentRole.until)));
  const leading = updateOwner(held);
  return leading ? [leading] : [];
}
