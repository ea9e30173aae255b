import { and, eq, inArray } from "drizzle-orm";
import { rehearsalSession } from "@/db/schema/rehearsal-programme";
import { sessionOfDrill } from "@/lib/core/rehearsal/session";
import type { CommandScope } from "../command";
import { changeSession } from "./open-session";

type Drill = { id: string; serviceId: string; environmentId: string; startedAt: Date };

/** Ties a recorded rehearsal to the session that it was planned as, if any: that session is then done. */
export async function holdSession({ tx, actor, now }: CommandScope, drill: Drill): Promise<string | null> {
  const open = await tx
    .select()
    .from(rehearsalSession)
    .where(
      and(
        eq(rehearsalSession.tenantId, actor.tenantId),
        eq(rehearsalSession.serviceId, drill.serviceId),
        eq(rehearsalSession.environmentId, drill.environmentId),
        inArray(rehearsalSession.state, ["planned", "missed"]),
      ),
    )
    .orderBy(rehearsalSession.id)
    .for("update");
  const session = sessionOfDrill(open, drill.startedAt);
  if (!session) return null;
  await changeSession(tx, session, { state: "done", rehearsalId: drill.id }, now);
  return session.id;
}
