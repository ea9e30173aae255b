import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { person } from "@/db/schema/tenant";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { requireMember, requireNoOtherTenant } from "./member";

/** Ends every session that the person has. */
export async function endSessionsOf(tx: Tx, personId: string): Promise<void> {
  await tx
    .update(person)
    .set({ sessionVersion: sql`${person.sessionVersion} + 1` })
    .where(eq(person.id, personId));
}

const recordOf = (personId: string) => ({
  kind: "person",
  subjects: [personId],
  data: { person: personId, sessionsEnded: true },
});

/** Signs somebody out everywhere: their next request is nobody's. */
export const endSessions = command({
  name: "person.end-sessions",
  permission: "person:manage",
  input: z.strictObject({ personId: z.uuid() }),
  async run({ tx, actor }, { personId }) {
    requirePerson(actor);
    await requireMember(tx, actor.tenantId, personId);
    if (personId !== actor.id) await requireNoOtherTenant(tx, actor.tenantId, personId, "sign them out");
    await endSessionsOf(tx, personId);
    return { value: { id: personId }, record: recordOf(personId) };
  },
});

/** Signs the person who asks out everywhere, on this device too. */
export const endOwnSessions = command({
  name: "person.end-own-sessions",
  permission: "read",
  input: z.strictObject({}),
  async run({ tx, actor }) {
    const { id } = requirePerson(actor);
    await endSessionsOf(tx, id);
    return { value: { id }, record: recordOf(id) };
  },
});
