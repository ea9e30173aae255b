import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incidentEntry } from "@/db/schema/incident";
import { ENDED_STATES, type EntryKind } from "@/lib/core/incident/model";
import { type StateChange, type Stay, staysOf } from "@/lib/core/incident/time-in-state";

/** Entries that may tell of a change of state; those of the same kind that do not name both states tell of none. */
const STATE_CHANGES: EntryKind[] = ["state", "acknowledgement", "merge", "postmortem"];

/** How long each of these incidents was in its states, by the changes on its timeline. */
export async function staysOfAll(
  tx: Tx,
  tenantId: string,
  incidents: readonly { id: string; declaredAt: Date }[],
): Promise<{ stays: Stay[] }[]> {
  if (incidents.length === 0) return [];
  const ids = incidents.map(({ id }) => id);
  const rows = await tx
    .select({ id: incidentEntry.incidentId, at: incidentEntry.at, data: incidentEntry.data })
    .from(incidentEntry)
    .where(
      and(
        eq(incidentEntry.tenantId, tenantId),
        inArray(incidentEntry.incidentId, ids),
        inArray(incidentEntry.kind, STATE_CHANGES),
      ),
    )
    .orderBy(asc(incidentEntry.incidentId), asc(incidentEntry.sequence));
  const changes = new Map<string, StateChange[]>();
  for (const { id, at, data } of rows) {
    const [from, to] = [stateOf(data.from), stateOf(data.to)];
    if (from && to) changes.set(id, [...(changes.get(id) ?? []), { at, from, to }]);
  }
  return incidents.map(({ id, declaredAt }) => ({ stays: staysOf(declaredAt, changes.get(id) ?? []) }));
}

const stateOf = (value: unknown) => ENDED_STATES.find((each) => each === value);
