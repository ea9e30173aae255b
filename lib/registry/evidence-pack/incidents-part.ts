import { and, asc, eq, inArray, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incident } from "@/db/schema/incident";
import type { Actor } from "@/lib/core/access";
import type { PackedIncident } from "@/lib/core/evidence-pack/model";
import { incidentReference } from "@/lib/core/incident/model";
import { linkedWithRelease } from "../incident/related";
import { selectIncidents, withinReach } from "../incident/summary";

/** Incidents that a person has put down to a release or linked with it, the first one first. */
export async function incidentsPart(tx: Tx, actor: Actor, releaseId: string): Promise<PackedIncident[]> {
  const linked = await linkedWithRelease(tx, actor, releaseId);
  const concerns = or(
    eq(incident.causeReleaseId, releaseId),
    linked.length > 0 ? inArray(incident.id, linked) : undefined,
  );
  const rows = await selectIncidents(tx, actor, and(withinReach(actor), concerns)).orderBy(
    asc(incident.declaredAt),
    asc(incident.id),
  );
  return rows.map(({ incident: row }) => ({
    id: row.id,
    reference: incidentReference(row.number),
    title: row.title,
    severity: row.severity,
    state: row.state,
    declared_at: row.declaredAt.toISOString(),
    resolved_at: row.resolvedAt?.toISOString() ?? null,
    relation: row.causeReleaseId === releaseId ? "cause" : "linked",
  }));
}
