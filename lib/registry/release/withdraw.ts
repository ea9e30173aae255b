import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { signature } from "@/db/schema/decision";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";
import { findRelease, requireOpen } from "./find";

/** Takes back one's own standing signature; nobody else can. Needs no signing role: a rejection must not outlive a lost role. */
export const withdrawSignature = command({
  name: "release.withdraw",
  permission: "read",
  input: z.strictObject({ signatureId: z.uuid(), reason: z.string().trim().min(1, "say why you withdraw").max(5000) }),
  async run({ tx, actor, readClock }, input) {
    const signer = requirePerson(actor);
    const key = and(eq(signature.tenantId, actor.tenantId), eq(signature.id, input.signatureId));
    const [row] = await tx.select().from(signature).where(key);
    if (!row) throw new DomainError("not_found", "There is no such signature.");
    if (row.personId !== signer.id)
      throw new DomainError("forbidden", "Only the person who signed can withdraw a signature.");
    const found = await findRelease(tx, actor, row.releaseId, "lock");
    requireOpen(found.release);
    const at = await readClock();
    const changed = await tx
      .update(signature)
      .set({ withdrawnAt: at, withdrawnReason: input.reason })
      .where(and(key, isNull(signature.withdrawnAt)))
      .returning({ id: signature.id });
    if (changed.length === 0) throw new DomainError("conflict", "This signature has been withdrawn already.");
    return {
      value: { id: row.id, releaseId: row.releaseId, withdrawnAt: at.toISOString() },
      record: {
        kind: "signature",
        subjects: [row.releaseId, row.id, signer.id],
        data: {
          signature: row.id,
          release: row.releaseId,
          manifestDigest: row.manifestDigest,
          decision: row.decision,
          reason: input.reason,
        },
      },
    };
  },
});
