import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { breakGlass } from "@/db/schema/break-glass";

/** Who let a release past the gate, and why: what stands beside every decision of that kind. */
export type BreakGlassTold = { id: string; reason: string; requestedBy: string; confirmedBy: string };

export async function breakGlassTold(tx: Tx, tenantId: string, id: string): Promise<BreakGlassTold | null> {
  const [row] = await tx
    .select()
    .from(breakGlass)
    .where(and(eq(breakGlass.tenantId, tenantId), eq(breakGlass.id, id)));
  if (!row) return null;
  const { reason, requestedByName: requestedBy, confirmedByName } = row;
  return { id, reason, requestedBy, confirmedBy: confirmedByName ?? "" };
}
