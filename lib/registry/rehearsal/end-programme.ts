import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { rehearsalProgramme } from "@/db/schema/rehearsal-programme";
import { DomainError } from "@/lib/core/errors";
import { command } from "../command";

/** Ends a programme: from then on the policy's age limit alone says when a rehearsal is due. */
export const endProgramme = command({
  name: "rehearsal.end-programme",
  permission: "rehearsal:plan",
  input: z.strictObject({ programmeId: z.uuid() }),
  async run({ tx, actor, now }, { programmeId }) {
    const key = and(eq(rehearsalProgramme.tenantId, actor.tenantId), eq(rehearsalProgramme.id, programmeId));
    const [row] = await tx
      .update(rehearsalProgramme)
      .set({ endedAt: now })
      .where(and(key, isNull(rehearsalProgramme.endedAt)))
      .returning();
    if (!row) {
      const [known] = await tx.select({ id: rehearsalProgramme.id }).from(rehearsalProgramme).where(key);
      if (!known) throw new DomainError("not_found", "There is no such programme.");
      throw new DomainError("conflict", "This programme has ended already.");
    }
    return {
      value: { id: row.id },
      record: {
        kind: "rehearsal-programme",
        subjects: [row.id, row.serviceId],
        data: { programme: row.id, ended: true },
      },
    };
  },
});
