import { and, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { decision } from "@/db/schema/decision";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { Verdict } from "@/lib/core/gate/verdict";
import { requirePermission, scopeOf } from "../command";
import { findRelease } from "../release/find";

/** A stored decision as it was made, or `not_found`. */
export async function decisionById(actor: Actor, id: string) {
  requirePermission(actor, "read");
  return transaction(scopeOf(actor), async (tx) => {
    const [row] = await tx
      .select()
      .from(decision)
      .where(and(eq(decision.tenantId, actor.tenantId), eq(decision.id, id)));
    if (!row) throw new DomainError("not_found", "There is no such decision.");
    await findRelease(tx, actor, row.releaseId);
    return {
      id: row.id,
      releaseId: row.releaseId,
      verdict: row.body as Verdict,
      policyVersion: row.policyVersion,
      manifestId: row.manifestId,
      manifestDigest: row.manifestDigest,
      scorecardId: row.scorecardId,
      scorecardDigest: row.scorecardDigest,
      traceId: row.traceId,
      decidedAt: row.decidedAt.toISOString(),
      decidedBy: { kind: row.byKind, id: row.byId, name: row.byName },
    };
  });
}
