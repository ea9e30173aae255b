import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incident, incidentService } from "@/db/schema/incident";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { isOpen } from "@/lib/core/incident/model";
import { requireReach } from "../actor-columns";

export type IncidentRow = typeof incident.$inferSelect;

export const incidentKey = (actor: { tenantId: string }, id: string) =>
  and(eq(incident.tenantId, actor.tenantId), eq(incident.id, id));

/** Locks an incident, or `not_found`; `forbidden` for a token that is limited to another service. */
export async function lockIncident(tx: Tx, actor: Actor, id: string): Promise<IncidentRow> {
  const [row] = await tx.select().from(incident).where(incidentKey(actor, id)).for("update");
  if (!row) throw new DomainError("not_found", "There is no such incident.");
  requireReach(actor, { serviceId: row.serviceId });
  return row;
}

/** Locks an incident that is still open; `conflict` saying what it is instead. */
export async function lockOpenIncident(tx: Tx, actor: Actor, id: string): Promise<IncidentRow> {
  const row = await lockIncident(tx, actor, id);
  if (isOpen(row.state)) return row;
  const words = row.state === "merged" ? "was merged into another one" : `is ${row.state} already`;
  throw new DomainError("conflict", `This incident ${words}.`);
}

/** Ids of every service that an incident affects. */
export async function affectedServiceIds(tx: Tx, { tenantId, id }: IncidentRow): Promise<string[]> {
  const rows = await tx
    .select({ id: incidentService.serviceId })
    .from(incidentService)
    .where(and(eq(incidentService.tenantId, tenantId), eq(incidentService.incidentId, id)))
    .orderBy(incidentService.serviceId);
  return rows.map((row) => row.id);
}

/** Subjects of a ledger entry about an incident. */
export const incidentSubjects = ({ id, serviceId }: IncidentRow, ...others: string[]): string[] => [
  id,
  serviceId,
  ...others,
];
