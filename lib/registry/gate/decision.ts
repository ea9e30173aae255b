import { and, eq } from "drizzle-orm";
import { decision } from "@/db/schema/decision";
import type { Actor } from "@/lib/core/access";
import { DomainError } from "@/lib/core/errors";
import type { Verdict } from "@/lib/core/gate/verdict";
import { read } from "../read";
import { isRecordId } from "../record-id";
import { findRelease } from "../release/find";

/** A stored decision as it was made, or `not_found`. */
export async function decisionById(actor: Actor, id: string) {
  return read(actor, async (tx) => {
    if (!isRecordId(id)) throw unknown();
    const [row] = await tx
      .select()
      .from(decision)
      .where(and(eq(decision.tenantId, actor.tenantId), eq(decision.id, id)));
    if (!row) throw unknown();
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

const unknown = () => new DomainError("not_found", "There is no such decision.");
