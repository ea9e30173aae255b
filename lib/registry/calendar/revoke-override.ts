import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { freezeOverride } from "@/db/schema/calendar";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";
import { findRelease } from "../release/find";

/** Takes an override of a freeze back. Whoever may override a freeze may: it only makes the gate stricter. */
export const revokeFreezeOverride = command({
  name: "freeze.revoke-override",
  permission: "freeze:override",
  input: z.strictObject({ overrideId: z.uuid(), reason: z.string().trim().min(1, "say why it is revoked").max(5000) }),
  async run({ tx, actor, readClock }, { overrideId, reason }) {
    const key = and(eq(freezeOverride.tenantId, actor.tenantId), eq(freezeOverride.id, overrideId));
    const [known] = await tx.select({ releaseId: freezeOverride.releaseId }).from(freezeOverride).where(key);
    if (!known) throw new DomainError("not_found", "There is no such override.");
    // Not while the gate decides about the release: it would be neither before nor after.
    await findRelease(tx, actor, known.releaseId, "lock");
    const [row] = await tx
      .update(freezeOverride)
      .set({ revokedAt: await readClock(), revokedByName: actor.name, revokedReason: reason })
      .where(and(key, isNull(freezeOverride.revokedAt)))
      .returning();
    if (!row) throw new DomainError("conflict", "This override has been revoked already.");
    const { releaseId, calendarEntryId } = row;
    return {
      value: { id: overrideId, releaseId },
      record: {
        kind: "freeze-override",
        subjects: [releaseId, overrideId, calendarEntryId],
        data: { override: overrideId, release: releaseId, calendar: calendarEntryId, revoked: true, reason },
      },
    };
  },
});
