import { incident } from "@/db/schema/incident";
import { type IncidentStep, stepIncident } from "@/lib/core/incident/states";
import { appendEntry } from "./append-entry";
import { type IncidentRow, incidentKey } from "./find";
import type { IncidentScope } from "./hold";
import { tellChanged } from "./tell";

type Said = {
  /** What the timeline says. */
  text: string;
  note?: string;
  kind?: "state" | "acknowledgement" | "merge" | "postmortem";
  data?: Record<string, unknown>;
  /** Columns that change with it. */
  also?: Partial<typeof incident.$inferInsert>;
};

/**
 * Brings a locked incident to its next state or refuses, with an entry on its timeline, and tells those who respond to
 * it. An incident that is over owes nobody an update. Gives the row as it is then.
 */
export async function stepLocked(
  scope: IncidentScope,
  row: IncidentRow,
  step: IncidentStep,
  { text, note, kind = "state", data = {}, also = {} }: Said,
): Promise<IncidentRow> {
  const { state, acknowledgedAt, mitigatedAt, resolvedAt, publishedAt, closedAt } = stepIncident(row, step, scope.now);
  const standing = { state, acknowledgedAt, mitigatedAt, resolvedAt, publishedAt, closedAt };
  const changes = { ...standing, ...(resolvedAt ? { nextUpdateAt: null } : {}), ...also };
  await scope.tx.update(incident).set(changes).where(incidentKey(scope.actor, row.id));
  const said = note ? `${text} ${note}` : text;
  const entry = { kind, text: said, data: { from: row.state, to: state, ...data } };
  const { sequence } = await appendEntry(scope, row.id, entry);
  await tellChanged(scope, row, { sequence, text: said });
  return { ...row, ...changes, lastSequence: sequence };
}
