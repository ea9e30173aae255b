import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { waiver } from "@/db/schema/decision";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";

/** Ends a waiver before its expiry; the gate sees it at its next evaluation. */
export const revokeWaiver = command({
  name: "waiver.revoke",
  permission: "waiver:revoke",
  input: z.strictObject({ waiverId: z.uuid(), reason: z.string().trim().min(1, "say why it is revoked").max(5000) }),
  async run({ tx, actor, now }, input) {
    const key = and(eq(waiver.tenantId, actor.tenantId), eq(waiver.id, input.waiverId));
    const [row] = await tx
      .update(waiver)
      .set({ revokedAt: now, revokedByName: actor.name, revokedReason: input.reason })
      .where(and(key, isNull(waiver.revokedAt)))
      .returning();
    if (!row) {
      const [known] = await tx.select({ id: waiver.id }).from(waiver).where(key);
      if (!known) throw new DomainError("not_found", "There is no such waiver.");
      throw new DomainError("conflict", "This waiver has been revoked already.");
    }
    const subjects = [row.id, row.serviceId, ...(row.releaseId ? [row.releaseId] : [])];
    return {
      value: { id: row.id, releaseId: row.releaseId, revokedAt: now.toISOString() },
      record: {
        kind: "waiver",
        subjects,
        data: { waiver: row.id, checkId: row.checkId, revoked: true, reason: input.reason },
      },
    };
  },
});
