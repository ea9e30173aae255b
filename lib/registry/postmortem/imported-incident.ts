import { eq, sql } from "drizzle-orm";
import { incident } from "@/db/schema/incident";
import { invalid } from "@/lib/core/errors";
import type { PostmortemDocument } from "@/lib/core/incident/postmortem/model";
import { doneByColumns } from "../actor-columns";
import { newId } from "../id";
import { appendEntry } from "../incident/append-entry";
import type { IncidentRow } from "../incident/find";
import type { IncidentScope } from "../incident/hold";
import { affect } from "../incident/services";
import { requireNotFuture } from "../time";

/** Puts down the incident of a document that came from elsewhere, as one that is resolved; nobody is told of it. */
export async function importedIncident(
  scope: IncidentScope,
  document: PostmortemDocument,
  service: { id: string; slug: string },
): Promise<IncidentRow> {
  const { tx, actor, now } = scope;
  const { severity } = document;
  if (!severity) throw invalid("severity", "the document does not say it: give it");
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${incident.number}), 0)` })
    .from(incident)
    .where(eq(incident.tenantId, actor.tenantId));
  const at = (field: "started" | "acknowledged" | "mitigated"): Date | null => {
    const text = document[field];
    return text === null ? null : past(text, now, field);
  };
  const declaredAt = past(document.declared, now, "declared");
  const values = {
    ...{ tenantId: actor.tenantId, id: newId(now), number: (last?.number ?? 0) + 1, serviceId: service.id },
    ...{ severity, state: "resolved" as const, title: document.title, impact: document.impact },
    ...{ startedAt: at("started"), acknowledgedAt: at("acknowledged"), mitigatedAt: at("mitigated") },
    ...{ declaredAt, detectedAt: past(document.detected, now, "detected") },
    resolvedAt: past(document.resolved, now, "resolved"),
    ...doneByColumns(actor),
  };
  const [row] = await tx.insert(incident).values(values).returning();
  if (!row) throw new Error("the incident was not inserted");
  await affect(tx, row, [service]);
  const named = document.incident ? ` It is called ${document.incident} there.` : "";
  const data = { imported: document.incident };
  await appendEntry(scope, row.id, { kind: "postmortem", text: `Imported with its postmortem.${named}`, data });
  return row;
}

function past(text: string | null, now: Date, field: string): Date {
  const at = new Date(text ?? Number.NaN);
  if (Number.isNaN(at.getTime())) throw invalid(field, "the document does not say it: give it");
  requireNotFuture(at, now, field);
  return at;
}
