import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { trainingRecord } from "@/db/schema/approval";
import { DomainError } from "@/lib/core/errors";
import { requirePerson } from "../actor-columns";
import { command } from "../command";

/** Takes a training record back: signatures that need it count no more. */
export const revokeTraining = command({
  name: "training.revoke",
  permission: "person:manage",
  input: z.strictObject({ recordId: z.uuid(), reason: z.string().trim().min(1, "say why").max(2000) }),
  async run({ tx, actor, readClock }, { recordId, reason }) {
    const { name } = requirePerson(actor);
    const key = and(eq(trainingRecord.tenantId, actor.tenantId), eq(trainingRecord.id, recordId));
    const [row] = await tx.select().from(trainingRecord).where(key);
    if (!row) throw new DomainError("not_found", "There is no such training record.");
    const at = await readClock();
    const changed = await tx
      .update(trainingRecord)
      .set({ revokedAt: at, revokedByName: name, revokedReason: reason })
      .where(and(key, isNull(trainingRecord.revokedAt)))
      .returning({ id: trainingRecord.id });
    if (changed.length === 0) throw new DomainError("conflict", "This record has been revoked already.");
    return {
      value: { id: row.id, revokedAt: at.toISOString() },
      record: {
        kind: "training",
        subjects: [row.id, row.personId],
        data: { record: row.id, title: row.training, personId: row.personId, revoked: reason },
      },
    };
  },
});
