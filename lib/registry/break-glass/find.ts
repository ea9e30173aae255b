import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { breakGlass } from "@/db/schema/break-glass";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import { findRelease } from "../release/find";

export type BreakGlassRow = typeof breakGlass.$inferSelect;

/** A break-glass of the actor's tenant with its release locked, so that its ends cannot cross; or `not_found`. */
export async function lockBreakGlass(tx: Tx, actor: Actor, id: string) {
  const key = and(eq(breakGlass.tenantId, actor.tenantId), eq(breakGlass.id, id));
  const [known] = await tx.select({ releaseId: breakGlass.releaseId }).from(breakGlass).where(key);
  if (!known) throw new DomainError("not_found", "There is no such break-glass.");
  const found = await findRelease(tx, actor, known.releaseId, "lock");
  const [row] = await tx.select().from(breakGlass).where(key);
  if (!row) throw new DomainError("not_found", "There is no such break-glass.");
  return { row, found };
}
