import { and, eq } from "drizzle-orm";
import { scorecard } from "@/db/schema/evidence";
import type { Actor } from "@/lib/core/access";
import { canonicalJson } from "@/lib/core/digest";
import { DomainError } from "@/lib/core/errors";
import { read } from "../read";
import { isRecordId } from "../record-id";

export type StoredDocument = { runId: string; digest: string; text: string };

/** The document of a scorecard as text whose SHA-256 is its digest, so that a copy can be checked; or `not_found`. */
export async function scorecardDocument(actor: Actor, id: string): Promise<StoredDocument> {
  return read(actor, async (tx) => {
    const [row] = isRecordId(id)
      ? await tx
          .select({ runId: scorecard.runId, digest: scorecard.digest, document: scorecard.document })
          .from(scorecard)
          .where(and(eq(scorecard.tenantId, actor.tenantId), eq(scorecard.id, id)))
      : [];
    if (!row) throw new DomainError("not_found", "There is no such scorecard.");
    return { runId: row.runId, digest: row.digest, text: canonicalJson(row.document) };
  });
}
