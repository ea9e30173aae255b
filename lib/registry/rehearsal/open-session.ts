import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rehearsalSession } from "@/db/schema/rehearsal-programme";
import { DomainError } from "@/lib/core/errors";

export type SessionRow = typeof rehearsalSession.$inferSelect;
type Changes = Partial<
  Pick<SessionRow, "plannedAt" | "zone" | "leadId" | "leadName" | "note" | "state" | "rehearsalId" | "cancelledReason">
>;

/** A session that is still planned, locked; else `not_found` or `conflict`. */
export async function lockPlannedSession(tx: Tx, tenantId: string, sessionId: string): Promise<SessionRow> {
  const [row] = await tx
    .select()
    .from(rehearsalSession)
    .where(and(eq(rehearsalSession.tenantId, tenantId), eq(rehearsalSession.id, sessionId)))
    .for("update");
  if (!row) throw new DomainError("not_found", "There is no such session.");
  if (row.state === "planned") return row;
  const words = { done: "has taken place", missed: "was missed", cancelled: "has been cancelled" };
  throw new DomainError("conflict", `This session ${words[row.state]} already.`);
}

/** Changes a session that the transaction holds locked. */
export async function changeSession(tx: Tx, row: SessionRow, changes: Changes, now: Date): Promise<void> {
  await tx
    .update(rehearsalSession)
    .set({ ...changes, revision: sql`${rehearsalSession.revision} + 1`, changedAt: now })
    .where(and(eq(rehearsalSession.tenantId, row.tenantId), eq(rehearsalSession.id, row.id)));
}
