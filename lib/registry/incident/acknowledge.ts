import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { incidentEntry } from "@/db/schema/incident";
import { command } from "../command";
import { appendEntry } from "./append-entry";
import type { IncidentRow } from "./find";
import { holdIncident, type IncidentScope, incidentRecord } from "./hold";
import { stepLocked } from "./step";

/** Says that one has seen an open incident and is on it. The first to say so moves it on; each says it once. */
export const acknowledgeIncident = command({
  name: "incident.acknowledge",
  permission: "incident:note",
  input: z.strictObject({ incidentId: z.uuid() }),
  async run(command, { incidentId }) {
    const { row, scope } = await holdIncident(command, incidentId, "open");
    const known = await hasAcknowledged(scope, row);
    if (known) return { value: answerOf(row), record: "unchanged" };
    const after = await acknowledged(scope, row);
    return { value: answerOf(after), record: incidentRecord(row, { state: after.state, first: after !== row }) };
  },
});

const answerOf = ({ id, state, acknowledgedAt }: IncidentRow) => ({
  id,
  state,
  acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
});

/** The acknowledgement of a locked incident by the actor. */
async function acknowledged(scope: IncidentScope, row: IncidentRow): Promise<IncidentRow> {
  const text = `${scope.actor.name} acknowledged.`;
  if (row.state === "declared") return stepLocked(scope, row, "acknowledge", { text, kind: "acknowledgement" });
  await appendEntry(scope, row.id, { kind: "acknowledgement", text });
  return row;
}

async function hasAcknowledged({ tx, actor }: IncidentScope, { tenantId, id }: IncidentRow): Promise<boolean> {
  const [entry] = await tx
    .select({ id: incidentEntry.id })
    .from(incidentEntry)
    .where(
      and(
        eq(incidentEntry.tenantId, tenantId),
        eq(incidentEntry.incidentId, id),
        eq(incidentEntry.kind, "acknowledgement"),
        eq(incidentEntry.byId, actor.id),
      ),
    )
    .limit(1);
  return entry !== undefined;
}
