import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { waiverRequest } from "@/db/schema/waiver-request";
import type { Actor, PersonActor } from "@/lib/core/access";
import { DomainError, invalid } from "@/lib/core/errors";
import { type AskedWaiver, isSameMatter } from "@/lib/core/waiver/request";

export type RequestRow = typeof waiverRequest.$inferSelect;
type Matter = { serviceId: string; releaseId: string | null };

/** An open request, locked: of a grant, a denial and a withdrawal at once, one is left. Else `not_found` or `conflict`. */
export async function lockOpenRequest(tx: Tx, actor: Actor, requestId: string): Promise<RequestRow> {
  const [row] = await tx
    .select()
    .from(waiverRequest)
    .where(and(eq(waiverRequest.tenantId, actor.tenantId), eq(waiverRequest.id, requestId)))
    .for("update");
  if (!row) throw new DomainError("not_found", "There is no such request.");
  if (row.state !== "open") throw new DomainError("conflict", `This request has been ${row.state} already.`);
  return row;
}

/** The request that a grant answers; `invalid` where it is about another release or service. */
export async function requestToGrant(
  tx: Tx,
  actor: Actor,
  requestId: string | undefined,
  { serviceId, releaseId }: Matter,
): Promise<RequestRow | null> {
  if (!requestId) return null;
  const row = await lockOpenRequest(tx, actor, requestId);
  if (row.serviceId === serviceId && row.releaseId === releaseId) return row;
  throw invalid("requestId", "is a request for another release or service");
}

/** Nobody grants what they have asked for themselves, whether the grant names the request or not. */
export async function requireNotAskedBy(
  tx: Tx,
  granter: PersonActor,
  { serviceId, releaseId }: Matter,
  granted: AskedWaiver,
): Promise<void> {
  const rows = await tx
    .select()
    .from(waiverRequest)
    .where(
      and(
        eq(waiverRequest.tenantId, granter.tenantId),
        eq(waiverRequest.state, "open"),
        eq(waiverRequest.byId, granter.id),
        eq(waiverRequest.serviceId, serviceId),
        releaseId ? eq(waiverRequest.releaseId, releaseId) : isNull(waiverRequest.releaseId),
      ),
    );
  if (rows.some((row) => isSameMatter(row, granted))) {
    throw new DomainError("forbidden", "You asked for this waiver, so somebody else has to grant it");
  }
}

type Decision = { state: "granted"; waiverId: string } | { state: "denied" | "withdrawn"; reason: string | null };

/** Ends a request that the transaction holds locked. */
export async function settleRequest(tx: Tx, actor: Actor, row: RequestRow, decision: Decision, at: Date) {
  await tx
    .update(waiverRequest)
    .set({
      state: decision.state,
      decidedAt: at,
      decidedById: actor.id,
      decidedByName: actor.name,
      decidedReason: decision.state === "granted" ? null : decision.reason,
      waiverId: decision.state === "granted" ? decision.waiverId : null,
    })
    .where(and(eq(waiverRequest.tenantId, actor.tenantId), eq(waiverRequest.id, row.id)));
}

export const subjectsOfRequest = ({ id, serviceId, releaseId }: RequestRow): string[] =>
  [id, serviceId, releaseId].filter((each): each is string => each !== null);
