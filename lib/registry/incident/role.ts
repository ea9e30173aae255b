import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { incidentRole } from "@/db/schema/incident";
import type { Actor, PersonActor } from "@/lib/core/access";
import type { ResponseRole } from "@/lib/core/incident/model";
import { doneByColumns, requirePerson } from "../actor-columns";
import { requirePermission } from "../command";
import { newId } from "../id";
import { appendEntry } from "./append-entry";
import type { IncidentRow } from "./find";
import type { IncidentScope } from "./hold";

export type RoleRow = typeof incidentRole.$inferSelect;
type Person = { id: string; name: string };

export const ROLE_WORDS: Record<ResponseRole, string> = {
  commander: "command",
  operations: "operations",
  communications: "communications",
  scribe: "the scribe's role",
};

/** The actor as somebody who may command. */
export function requireCommand(actor: Actor): PersonActor {
  requirePermission(actor, "incident:command");
  return requirePerson(actor);
}

/** Who holds a role in a locked incident now; null: nobody. */
export async function holderOf(
  tx: Tx,
  { tenantId, id }: Pick<IncidentRow, "tenantId" | "id">,
  role: ResponseRole,
): Promise<RoleRow | null> {
  const [row] = await tx
    .select()
    .from(incidentRole)
    .where(
      and(
        eq(incidentRole.tenantId, tenantId),
        eq(incidentRole.incidentId, id),
        eq(incidentRole.role, role),
        isNull(incidentRole.until),
      ),
    );
  return row ?? null;
}

/** Begins a holding of a role that nobody holds, with an entry on the timeline. Gives its place there. */
export async function beginRole(
  scope: IncidentScope,
  incidentId: string,
  role: ResponseRole,
  person: Person,
  said?: { text: string; from: Person | null },
): Promise<{ sequence: number; text: string }> {
  const { tx, actor, now } = scope;
  await tx.insert(incidentRole).values({
    tenantId: actor.tenantId,
    id: newId(now),
    ...{ incidentId, role, personId: person.id, personName: person.name, since: now },
    ...doneByColumns(actor),
  });
  const text = said?.text ?? `${person.name} took ${ROLE_WORDS[role]}.`;
  const data = roleData(role, said?.from ?? null, person);
  const { sequence } = await appendEntry(scope, incidentId, { kind: "role", text, data });
  return { sequence, text };
}

/** What the timeline keeps of a role that changes hands. */
export function roleData(role: ResponseRole, from: Person | null, to: Person | null) {
  const plain = (person: Person | null) => person && { id: person.id, name: person.name };
  return { role, from: plain(from), to: plain(to) };
}

/** Ends a holding at `now`, though never before it began. */
export async function endHolding(tx: Tx, { tenantId, id, since }: RoleRow, now: Date): Promise<void> {
  await tx
    .update(incidentRole)
    .set({ until: now < since ? since : now })
    .where(and(eq(incidentRole.tenantId, tenantId), eq(incidentRole.id, id)));
}
