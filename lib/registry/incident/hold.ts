import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { incidentReference } from "@/lib/core/incident/model";
import { standsAs } from "@/lib/core/incident/states";
import type { CommandScope } from "../command";
import { type IncidentRow, lockIncident, lockOpenIncident } from "./find";

/** What changes an incident: within the caller's transaction, by its actor, dated after the lock was got. */
export type IncidentScope = { tx: Tx; actor: Actor; now: Date };
export type Held = { row: IncidentRow; scope: IncidentScope };

/**
 * Locks an incident for a change and reads the clock again, so that what had to wait is not dated before what it waited
 * for. `open`: it must not be resolved; `unended`: neither closed nor merged.
 */
export async function holdIncident(
  { tx, actor, readClock }: CommandScope,
  id: string,
  must: "open" | "unended",
): Promise<Held> {
  const row = must === "open" ? await lockOpenIncident(tx, actor, id) : await lockIncident(tx, actor, id);
  if (row.state === "closed" || row.state === "merged") {
    throw new DomainError("conflict", `This incident ${standsAs(row.state)}.`);
  }
  return { row, scope: { tx, actor, now: await readClock() } };
}

/** What the ledger keeps of a change to an incident. */
export const incidentRecord = (
  { id, serviceId, number }: IncidentRow,
  data: Record<string, unknown>,
  others: string[] = [],
) => ({
  kind: "incident",
  subjects: [...new Set([id, serviceId, ...others])],
  data: { incident: id, reference: incidentReference(number), ...data },
});
